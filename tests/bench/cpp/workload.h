/* What the compiled contenders share: the random step, the sizes of the work, clocks, memory, and the line that is
   printed. Plain C, for loop.c and coroutines.cpp. Nothing that is timed is in here but the random step. */
#ifndef WORKLOAD_H
#define WORKLOAD_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MOVES = 30, PRODUCERS = 100, CONSUMERS = 200, ITEMS = 1000 };

static inline uint32_t seed_of(uint32_t task) { return task * 2654435761u + 12345u; }
static inline uint32_t next_state(uint32_t state) { return state * 1664525u + 1013904223u; }
static inline double delay_of(uint32_t state, double scale) { return state / 4294967296.0 * scale; }

/* One kind of work: how many tasks and waits a task, and how often it is repeated. Every exhibition here takes a lock,
   so the one named after it is the same as that of 24 boards. */
struct workload {
  const char *name;
  char kind; /* 't'imers, 'e'xhibition, 'q'ueue, 'g'ather, 'c'ancel */
  int tasks, waits, repeats;
};

static const struct workload workloads[] = {
    {"W1-1e3", 't', 1000, 3000, 1},  {"W1-1e5", 't', 100000, 30, 1}, {"W1-1e6", 't', 1000000, 3, 1},
    {"W2-24", 'e', 24, 0, 1000},     {"W2-cold", 'e', 24, 0, 20},     {"W2-lock", 'e', 24, 0, 1000},
     {"W2-1e3", 'e', 1000, 0, 20},
    {"W2-1e5", 'e', 100000, 0, 1},   {"W3", 'q', 300, 0, 5},         {"W4a", 'g', 1000000, 0, 1},
    {"W4b", 'c', 100000, 0, 1},
};

/* What one run came to: units of work, and whether the result is the one that must come out. */
struct outcome {
  long count;
  int check;
};

/* Largest sum of delays of the timers workload, computed without any simulation. */
static double last_wake_up(int tasks, int waits) {
  double largest = 0;
  for (int task = 0; task < tasks; task++) {
    uint32_t state = seed_of((uint32_t)task);
    double sum = 0;
    for (int i = 0; i < waits; i++) sum += delay_of(state = next_state(state), 100);
    if (sum > largest) largest = sum;
  }
  return largest;
}

static double clock_of(clockid_t id) {
  struct timespec now;
  clock_gettime(id, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A figure of /proc/self/status in bytes; 0 where there is none. The peak counts for this program alone, which
   getrusage's does not: that begins with the peak of whoever started the program. */
static long memory_of(const char *field) {
  FILE *status = fopen("/proc/self/status", "r");
  char line[256];
  long kilobytes = 0;
  if (status == NULL) return 0;
  while (fgets(line, sizeof line, status) != NULL) {
    if (strncmp(line, field, strlen(field)) == 0) kilobytes = atol(line + strlen(field));
  }
  fclose(status);
  return kilobytes * 1024;
}

/* What has been timed so far, in seconds of wall and of processor time. */
static struct { double wall, cpu; } spent;

/* Around what is timed: from just before the first task is created until the simulation has ended. */
static void begin_timing(void) {
  spent.cpu -= clock_of(CLOCK_PROCESS_CPUTIME_ID);
  spent.wall -= clock_of(CLOCK_MONOTONIC);
}

static void end_timing(void) {
  spent.wall += clock_of(CLOCK_MONOTONIC);
  spent.cpu += clock_of(CLOCK_PROCESS_CPUTIME_ID);
}

/* Runs the workload that the command line names and prints one line of JSON; returns the exit status. */
static int run_workload(int argc, char **argv, struct outcome (*run)(const struct workload *)) {
  const struct workload *work = NULL;
  for (size_t i = 0; argc == 2 && i < sizeof workloads / sizeof *workloads; i++) {
    if (strcmp(argv[1], workloads[i].name) == 0) work = &workloads[i];
  }
  if (work == NULL) {
    fprintf(stderr, "one workload is needed, as in workload.h\n");
    return 2;
  }
  long before = memory_of("VmRSS:"), count = 0;
  int check = 1;
  for (int i = 0; i < work->repeats; i++) {
    struct outcome one = run(work);
    count += one.count;
    check &= one.check;
  }
  printf("{\"count\": %ld, \"seconds\": %.9f, \"cpu\": %.9f, \"check\": %s, \"before\": %ld, \"peak\": %ld}\n", count,
         spent.wall, spent.cpu, check ? "true" : "false", before, memory_of("VmHWM:"));
  return check ? 0 : 1;
}

#endif
