# ---
# menu: Digits
# description: A lab with MyDense, a custom Keras layer, on handwritten digits. Train it, see its learning curve and its weights as pictures, and compare it with Dense.
# ---

# %% [markdown]
# # `MyDense` reads digits { #digits }
#
# One [`MyDense`](../my-dense.md) layer tells handwritten digits apart. This page is a notebook. You see it as it ran, once, from top to bottom, and each cell goes on with the variables of the cells above.
#
# ## The data are 8×8 pictures { #data }
#
# The pictures come with scikit-learn. Scale their pixels to lie between 0 and 1, and set one picture in five aside for the test.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).astype("float32")
order = np.random.default_rng(seed=0).permutation(len(pixels))
test, train = np.split(order, [len(order) // 5])
print(f"{pixels[train].shape = }, {pixels[test].shape = }")

# %% [markdown]
# A picture is a vector of length 64. Unfold the first ten to 8×8 again.

# %% alt="Ten handwritten digits from 0 to 9. At eight by eight pixels they are coarse, and still legible."
def show(images, titles, **kwargs):
    figure, axes = plt.subplots(2, 5)
    for image, title, axis in zip(images, titles, axes.flat):
        axis.imshow(image.reshape(8, 8), **kwargs)
        axis.set_title(title)
        axis.axis("off")


show(pixels[:10], digits[:10])

# %% [markdown]
# ## One layer is the model { #model }
#
# The class is the one from the page on [`MyDense`](../my-dense.md).

# %%
@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        config = {"units": self.units, "activation": activation}
        return {**super().get_config(), **config}

# %% [markdown]
# Make the same model twice. One holds `MyDense`, the other holds `keras.layers.Dense`.

# %%
def model_with(layer):
    model = keras.Sequential([keras.Input((64,)), layer])
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


keras.utils.set_random_seed(0)
mine = model_with(MyDense(10, activation="softmax"))
theirs = model_with(keras.layers.Dense(10, activation="softmax"))
print(f"{mine.output_shape = }, {mine.count_params() = }")
print([(weight.name, tuple(weight.shape)) for weight in mine.weights])

# %% [markdown]
# The output is ten probabilities, one for each digit. Count the weights: there are 64×10 in the kernel and ten in the bias.
#
# ## From one start, side by side { #same-start }
#
# Copy the initial values of `MyDense` into `Dense`. The same seed before each training shuffles the data the same way.

# %%
theirs.set_weights(mine.get_weights())
history = {}
for name, model in {"MyDense": mine, "Dense": theirs}.items():
    keras.utils.set_random_seed(1)
    history[name] = model.fit(
        pixels[train], digits[train], batch_size=32, epochs=15, verbose=0,
        validation_data=(pixels[test], digits[test]),
    ).history
accuracy = history["MyDense"]["val_accuracy"][-1]
assert accuracy > 0.95
print(f"{accuracy = :.3f}")
for ours, other in zip(mine.weights, theirs.weights):
    difference = keras.ops.max(keras.ops.abs(ours - other))
    print(f"{ours.name}: {bool(difference < 1e-4) = }")

# %% [markdown]
# The layer is right on more than 95 % of pictures that it has never seen. The lines below say more. After training, the weights of the two models are the same but for rounding. Plot the learning curves, and one lies on the other.

# %% alt="Line plot of test accuracy by epoch. It rises fast and then levels off; the solid line of MyDense and the dashed line of Dense coincide."
for (name, record), width in zip(history.items(), (5, 2)):
    epochs = range(1, len(record["val_accuracy"]) + 1)
    plt.plot(epochs, record["val_accuracy"], label=name, linewidth=width)
plt.xlabel("epoch")
plt.ylabel("test accuracy")
plt.legend();

# %% [markdown]
# ## The weights are pictures { #weights }
#
# A column of the kernel answers for one digit, and its 64 values for one pixel each. Unfold the column to 8×8, and you see what the layer looks for. A bright pixel where the picture is purple raises the score of the digit, and one where it is orange lowers it.

# %% alt="Ten pictures, one for each digit, of the kernel's columns at eight by eight. The picture for 0 is orange in the centre and purple around it."
kernel = mine.layers[0].kernel.numpy()
show(kernel.T, range(10), cmap="PuOr", vmin=-1.2, vmax=1.2)
zero = kernel[:, 0].reshape(8, 8)
assert zero[3:5, 3:5].max() < 0

# %% [markdown]
# A 0 is empty in the middle. So the layer has learnt that a picture with a bright middle is no 0.
#
# ## Look at the mistakes { #mistakes }
#
# Each title has the right answer first and the model's answer second.

# %% alt="Ten test pictures that the model gets wrong, titled with the right answer and the model's. Some would puzzle a person too."
answers = mine.predict(pixels[test], verbose=0).argmax(axis=1)
wrong = np.flatnonzero(answers != digits[test])
print(f"{len(wrong)} of {len(test)}")
titles = [f"{digits[test][i]} → {answers[i]}" for i in wrong]
show(pixels[test][wrong[:10]], titles)

# %% [markdown]
# ## In short { #promise }
#
# A layer of your own has learnt from real data. It stayed equal, to the end, to a `Dense` with the same start. The layer of the next lab acts differently in training and in inference: it is your own [batch normalization](batch-norm.py).
