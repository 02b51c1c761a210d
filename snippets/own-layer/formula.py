import numpy as np

x = np.array([[0, 0, 1], [0, 2, 0], [1, 0, 0], [1, 2, 1]])
prototypes = np.array([[0, 0, 0], [0, 2, 1]])
difference = np.expand_dims(x, 1) - prototypes
closeness = -(difference**2).sum(axis=-1)
print(f"{difference.shape = }")
print(closeness)
