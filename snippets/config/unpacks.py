base = {"name": "five", "trainable": True}
print({**base, "factor": 5.0})
print({**base, "name": "six"})
print(base)
