import time

import numpy as np
from keras import ops
from transformer_decoder import TransformerDecoder

length = 2000
x = np.random.default_rng(0).normal(size=(1, length, 64)).astype("float32")
decoder = TransformerDecoder(heads=4, hidden=128)
decoder(x)
cache = decoder.empty_cache(batch=1, length=length)


def seconds(job):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        ops.convert_to_numpy(job())
        times.append(time.perf_counter() - start)
    return min(times)


whole = seconds(lambda: decoder(x)[:, -1])
step = seconds(lambda: decoder.step(x[:, -1:], cache, length - 1)[0])
print(f"{whole > 5 * step = }")
