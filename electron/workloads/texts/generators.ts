import { Texts } from '../../../shared/listing/texts.ts';

/** Of longer ranges only every n-th value is told, so that there are about this many. */
export const TOLD_MAX = 500;

const asynchronous = `
def numbers(n):  ## +lazy +eager
    values = []  ## +eager
    for k in range(n):  ## loop +lazy +eager
        step(k, "yielded", frame="numbers", value=k)  ## script +lazy -eager
        yield k  ## yield +lazy -eager
        step(k, "kept", values=min(k + STRIDE, n))  ## script +eager
        values.append(k)  ## append +eager
    step(None, "ended", frame="numbers")  ## script +lazy -eager
    step(None, "returned", frame="numbers", value=len(values))  ## script +eager
    return values  ## return +eager

def jumping(n):  ## +jumping -eager
    k = 0  ## +jumping -eager
    while k < n:  ## jump-loop +jumping -eager
        step(None, "yielded", frame="jumping", value=k)  ## script +jumping -eager
        k += yield k  ## jump-yield +jumping -eager
    step(None, "ended", frame="jumping")  ## script +jumping -eager

def source(n):  ## +delegating -eager
    step(None, "called", frame="source")  ## script +delegating -eager
    total = 0  ## +delegating -eager
    for k in range(n):  ## +delegating -eager
        step(k, "yielded", frame="source", value=k)  ## script +delegating -eager
        total += yield k  ## source-yield +delegating -eager
    step(None, "returned", frame="source", value=total)  ## script +delegating -eager
    return total  ## source-return +delegating -eager

def bottom(n):  ## +delegating -eager
    step(None, "called", frame="bottom")  ## script +delegating -eager
    total = yield from source(n)  ## bottom +delegating -eager
    step(None, "returned", frame="bottom", value=total)  ## script +delegating -eager
    return total  ## bottom-return +delegating -eager

def middle(n):  ## +delegating -eager
    step(None, "called", frame="middle")  ## script +delegating -eager
    total = yield from bottom(n)  ## middle +delegating -eager
    step(None, "returned", frame="middle", value=total)  ## script +delegating -eager
    return total  ## middle-return +delegating -eager

def top(n):  ## +delegating -eager
    step(None, "called", frame="top")  ## script +delegating -eager
    total = yield from middle(n)  ## top +delegating -eager
    step(None, "returned", frame="top", value=total)  ## script +delegating -eager
    return total  ## top-return +delegating -eager

def main():  ## shown
async def main():  ## script
    total = 0  ## +lazy +eager
    log("main", "kept", values=1)  ## script -eager
    step(None, "called", frame="numbers")  ## script +lazy +eager
    for value in numbers({{steps}}):  ## call +lazy +eager
        step(value, "got", value=value)  ## script +lazy +eager
        total += value  ## use +lazy +eager
    step(None, "called", frame="jumping")  ## script +jumping -eager
    values = jumping({{steps}})  ## jump-call +jumping -eager
    values = top({{steps}})  ## delegate-call +delegating -eager
    try:  ## +jumping +delegating -eager
        value = next(values)  ## +jumping +delegating -eager
        while True:  ## +jumping +delegating -eager
            passes(value, "yielded", ["bottom", "middle", "top"], value)  ## script +delegating -eager
            step(None, "got", value=value)  ## script +jumping -eager
            step(value, "got", value=value)  ## script +delegating -eager
            print(value)  ## print shown +jumping +delegating -eager
            step(None, "sent", frame="jumping", value=max(1, value // 2))  ## script +jumping -eager
            value = values.send(max(1, value // 2))  ## jump-send +jumping -eager
            passes(value, "sent", ["top", "middle", "bottom", "source"], 10 * value)  ## script +delegating -eager
            value = values.send(10 * value)  ## delegate-send +delegating -eager
    except StopIteration as end:  ## +jumping +delegating -eager
        step(None, "got", value=end.value or 0)  ## script +jumping +delegating -eager
        print(end.value)  ## end shown +jumping +delegating -eager

main()  ## shown
`;

const support = `STRIDE = -(-{{steps}} // ${TOLD_MAX})  # of many values only every n-th is told


def step(k, event, **fields):
    if k is None or k % STRIDE == 0:
        log("main", event, **fields)
        time.sleep({{pace}} * (1 if k is None else min(STRIDE, {{steps}} - k)))


def passes(k, event, frames, value):
    for frame in frames:
        step(k, event, frame=frame, value=value)


random.stream(0)`;

export const texts = new Texts(
  { asynchronous: { source: asynchronous, support } },
  [
    'loop', 'yield', 'append', 'return', 'call', 'use',
    'jump-loop', 'jump-yield', 'jump-call', 'jump-send', 'print', 'end',
    'source-yield', 'source-return', 'bottom', 'bottom-return', 'middle', 'middle-return', 'top',
    'top-return', 'delegate-call', 'delegate-send',
  ], // prettier-ignore
);
