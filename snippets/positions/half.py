import numpy as np

places = np.arange(2046, 2054)
print(places.astype("float32").astype(int))
print(places.astype("float16").astype(int))
