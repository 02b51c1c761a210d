import keras


class PoolAndProject(keras.layers.MaxPooling2D):
    def __init__(self):
        super().__init__()
        try:
            self.dense = keras.layers.Dense(4)
            print("accepted")
        except ValueError as error:
            print("ValueError:", str(error).partition("(")[0])


PoolAndProject()
