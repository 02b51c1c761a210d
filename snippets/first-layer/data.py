import numpy as np

day = [
    11, 10, 10, 9, 9, 9, 10, 12, 14, 16, 18, 19,
    20, 21, 21, 21, 20, 19, 17, 16, 14, 13, 12, 11,
]
hours = np.arange(28 * 24).reshape(-1, 1)
noise = np.random.default_rng(0).normal(size=28 * 24)
degrees = np.tile(day, 28) + noise

print(hours.shape, degrees.shape)
for hour in range(0, 24, 2):
    row = [" "] * 24
    row[day[hour]] = "o"
    print(f"{hour:2}", "".join(row).rstrip())
