"""What CPython's random module answers, for the tests of electron/random.

    python3.11 vectors.py > python.json

A case: {"seed": decimal digits, "calls": [[method, arguments, answers], ...]} - one generator, its calls in this order. Integers
beyond 2^53 are written in decimal digits. "skip" draws n floats and answers the last one.
"""
import json, random, sys

assert sys.version_info[:2] == (3, 11), "the formulas are those of CPython 3.11"

SEEDS = [0, 1, -1, 7, -444, 623, 2**31 - 1, 2**31, 2**32 - 1, 2**32, -2**32, 2**53 - 1, 2**53, 2**53 + 1, 2**63, -2**63, 2**64 + 1, 10**40,
         -10**40, 3**13000 % 10**4200]

CALLS = [
    ("getrandbits", [1], 6), ("getrandbits", [0], 1), ("getrandbits", [5], 4), ("getrandbits", [31], 2), ("getrandbits", [32], 3),
    ("getrandbits", [33], 3), ("getrandbits", [53], 3), ("getrandbitsBig", [64], 2), ("getrandbitsBig", [100], 2), ("getrandbitsBig", [7], 2),
    ("random", [], 5),
    ("randint", [0, 0], 2), ("randint", [1, 6], 6), ("randint", [-10, 10], 4), ("randint", [0, 2**31], 3), ("randint", [0, 2**32 - 1], 3),
    ("randint", [0, 2**32 - 2], 2), ("randint", [1, 2**45], 3), ("randint", [0, 2**53 - 2], 2), ("randint", [0, 2**53 - 1], 2),
    ("randint", [-(2**53 - 1), 2**53 - 1], 2),
    ("randrange", [9], 3), ("randrange", [3, 8], 3), ("randrange", [0, 100, 7], 4), ("randrange", [10, -10, -3], 4),
    ("randrange", [-(2**53 - 1), 2**53 - 1, 2], 2),
    ("uniform", [2, 8], 4), ("uniform", [8, 2], 2), ("uniform", [-0.1, 0.3], 2),
    ("expovariate", [1 / 40], 4), ("expovariate", [3.5], 2),
    ("triangular", [0, 10, 2], 5), ("triangular", [1, 4], 3), ("triangular", [5, 5, 5], 1), ("triangular", [0, 1, 1], 2), ("triangular", [0, 1, 0], 2),
    ("normalvariate", [5, 2], 6), ("gauss", [5, 2], 3), ("normalvariate", [0, 1], 3), ("gauss", [0, 1], 4), ("lognormvariate", [1, 0.5], 4),
    ("choice", [["a", "b", "c", "d", "e"]], 6), ("shuffle", [list(range(24))], 2), ("shuffle", [[1]], 1), ("shuffle", [[]], 1),
    ("skip", [2000], 1), ("random", [], 2),
]


def answer(r, method, args):
    if method == "getrandbitsBig":
        return str(r.getrandbits(*args))
    if method == "shuffle":
        shuffled = list(args[0])
        r.shuffle(shuffled)
        return shuffled
    if method == "skip":
        for _ in range(args[0]):
            last = r.random()
        return last
    return getattr(r, method)(*args)


def case(seed):
    r = random.Random(seed)
    return {"seed": str(seed), "calls": [[m, a, [answer(r, m, a) for _ in range(n)]] for m, a, n in CALLS]}


def streams():
    out = []
    for seed in (0, 1, 444, -7, 2**40 + 7, 2**53 - 1, 10**18 + 9, -10**30):
        for k in (0, 1, 72, 3000):
            out.append({"seed": str(seed), "k": k, "random": random.Random(seed * 1_000_003 + k).random()})
    return out


def lines(rows):
    return "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]"


print('{\n"cases": ' + lines([case(seed) for seed in SEEDS]) + ',\n"streams": ' + lines(streams()) + "\n}")
