import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class MarginEndpoint(keras.layers.Layer):
    """Classifies by angles; with labels, it adds a loss with a margin."""

    def __init__(self, classes, margin=0.2, scale=16.0, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(classes, int) or classes < 1:
            raise ValueError(
                f"classes must be an integer from 1 on, not {classes!r}"
            )
        self.classes = classes
        self.margin = margin
        self.scale = scale

    def check_labels(self, x_shape, labels_shape):
        sizes = list(zip(x_shape[:-1], labels_shape))
        if len(labels_shape) != len(x_shape) - 1 or any(
            None not in pair and pair[0] != pair[1] for pair in sizes
        ):
            raise ValueError(
                f"MarginEndpoint of {self.classes} classes needs one label for "
                f"each vector; the vectors have the shape {tuple(x_shape)}, "
                f"the labels have the shape {tuple(labels_shape)}"
            )

    def build(self, x_shape, labels_shape=None):
        if labels_shape is not None:
            self.check_labels(x_shape, labels_shape)
        self.centers = self.add_weight(
            shape=(self.classes, x_shape[-1]), name="centers"
        )

    def call(self, x, labels=None):
        if labels is not None:
            self.check_labels(x.shape, labels.shape)
            if not keras.backend.is_int_dtype(labels.dtype):
                raise ValueError(
                    f"MarginEndpoint of {self.classes} classes needs integers "
                    f"as labels, not {labels.dtype}"
                )
        x = ops.normalize(ops.cast(x, "float32"), axis=-1)
        centers = ops.normalize(ops.cast(self.centers, "float32"), axis=-1)
        cosine = ops.matmul(x, ops.transpose(centers))
        if labels is not None:
            true = ops.one_hot(labels, self.classes, dtype="float32")
            logits = self.scale * (cosine - self.margin * true)
            loss = -ops.sum(true * ops.log_softmax(logits), axis=-1)
            self.add_loss(ops.mean(loss))
        return ops.cast(ops.softmax(self.scale * cosine), self.compute_dtype)

    def compute_output_shape(self, x_shape, labels_shape=None):
        if labels_shape is not None:
            self.check_labels(x_shape, labels_shape)
        return (*x_shape[:-1], self.classes)

    def get_config(self):
        config = {
            "classes": self.classes,
            "margin": self.margin,
            "scale": self.scale,
        }
        return {**super().get_config(), **config}
