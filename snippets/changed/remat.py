import keras

print(f"{hasattr(keras, 'RematScope') = }")
