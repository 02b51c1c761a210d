import keras

try:
    keras.layers.Dense(4, trainable=keras.ops.ones(()))
    print("accepted")
except ValueError as error:
    print("ValueError:", str(error).partition(". ")[0])
