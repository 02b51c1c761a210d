import copy

import keras
from keras import ops
from keras.saving import deserialize_keras_object, serialize_keras_object


@keras.saving.register_keras_serializable(package="book")
class Back(keras.layers.Layer):
    def __init__(self, table, **kwargs):
        super().__init__(**kwargs)
        self.table = table

    def call(self, x):
        return ops.matmul(x, ops.transpose(self.table.embeddings))

    def get_config(self):
        table = serialize_keras_object(self.table)
        return {**super().get_config(), "table": table}

    @classmethod
    def from_config(cls, config):
        table = deserialize_keras_object(config["table"])
        return cls(**{**config, "table": table})


ids = keras.Input((4,), dtype="int32")
table = keras.layers.Embedding(5, 3)
model = keras.Model(ids, Back(table)(table(ids)))
model.save("model.keras")
print(f"{len(model.weights) = }")
print(f"{len(keras.models.clone_model(model).weights) = }")
print(f"{len(keras.models.load_model('model.keras').weights) = }")
print(f"{len(copy.deepcopy(model).weights) = }")
