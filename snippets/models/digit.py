from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
print(f"{x.shape = }, {digit.shape = }")
print(f"{digit[3] = }")
print(x[3].reshape(8, 8).astype(int))
