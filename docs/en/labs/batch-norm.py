# ---
# menu: Batch norm
# description: A lab that looks into a batch normalization layer of your own in Keras. Histograms, moving averages, training against inference, and a saved model that answers the same.
# ---

# %% [markdown]
# # A look inside batch normalization { #batch-norm }
#
# Run the `MyBatchNorm` of the page on [state](../state.md) on real values. You will see them before and after normalization, watch the moving averages settle, and compare training with inference.
#
# ## Training and inference use different numbers { #layer }
#
# In training, the layer uses the mean and variance of the batch at hand. In inference, it uses the moving averages that it has gathered.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from sklearn.datasets import load_digits


@keras.saving.register_keras_serializable(package="book")
class MyBatchNorm(keras.layers.Layer):
    def __init__(self, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum, self.epsilon = momentum, epsilon

    def build(self, input_shape):
        add, size = self.add_weight, {"shape": (input_shape[-1],)}
        state = {**size, "trainable": False, "autocast": False}
        self.gamma = add(name="gamma", initializer="ones", **size)
        self.beta = add(name="beta", initializer="zeros", **size)
        self.mean = add(name="mean", initializer="zeros", **state)
        self.variance = add(name="variance", initializer="ones", **state)

    def call(self, x, training=False):
        x = ops.cast(x, self.variable_dtype)
        mean, variance = self.mean, self.variance
        if training and self.trainable:
            mean, variance = ops.moments(x, axes=list(range(x.ndim - 1)))
            old, new = self.momentum, 1 - self.momentum
            self.mean.assign(old * self.mean + new * mean)
            self.variance.assign(old * self.variance + new * variance)
        x = (x - mean) * ops.rsqrt(variance + self.epsilon)
        return ops.cast(x, self.compute_dtype) * self.gamma + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

# %% [markdown]
# ## Normalization brings values together { #before-and-after }
#
# Pass the digits through an untrained `Dense` layer, and the values of each unit have their own centre. Take the units with the lowest mean, one in the middle and the highest. Plot their values before and after.

# %% alt="Two histograms. Before, the values of three units lie left, centre and right; after, all three coincide around zero."
pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).astype("float32")
keras.utils.set_random_seed(0)
before = keras.layers.Dense(32)(pixels)
after = MyBatchNorm()(before, training=True)
by_mean = np.argsort(ops.mean(before, axis=0))
units = by_mean[[0, 16, 31]]
figure, axes = plt.subplots(1, 2, sharey=True)
for axis, values, title in zip(axes, (before, after), ("before", "after")):
    bins = np.linspace(-4, 4, 33)
    axis.hist(ops.take(values, units, axis=1), bins, histtype="step")
    axis.set_title(title)
for values in (before, after):
    for unit in units:
        one = values[:, unit].numpy()
        print(f"mean {one.mean():z4.1f}   std {one.std():.1f}")

# %% [markdown]
# In the last three lines, the mean is 0 and the standard deviation 1. The layer computes them for each unit, so every unit comes to the same place.
#
# ## Moving averages settle slowly { #moving-average }
#
# With each batch, the layer moves its averages a little. How far is up to `momentum`. Feed the same batches to two layers that differ in it, and plot the moving mean of one unit. The dotted line is the mean of all data.

# %% alt="Line plot of the moving mean by number of batches. With momentum 0.9 it soon reaches the mean of all data and wavers; with 0.99 it gets there slowly and smoothly."
layers = {0.9: MyBatchNorm(0.9), 0.99: MyBatchNorm(0.99)}
unit = by_mean[-1]
goal = float(ops.mean(before[:, unit]))
batches = np.random.default_rng(0).integers(len(pixels), size=(500, 32))
for momentum, layer in layers.items():
    path = []
    for batch in batches:
        layer(ops.take(before, batch, axis=0), training=True)
        path.append(float(layer.mean[unit]))
    plt.plot(path, label=f"momentum {momentum}", linestyle="-")
plt.axhline(goal, color="black", linestyle=":", label="all data")
plt.xlabel("batches")
plt.ylabel("moving mean")
plt.legend(loc="lower right");

# %% [markdown]
# A small `momentum` arrives early and wavers. A large one is slow and smooth. The default of 0.99 takes hundreds of batches. After a short training, the mean for inference is still close to 0.
#
# ## Inference ignores the neighbours { #inference }
#
# Pass one picture alone, then the same picture among others.

# %%
layer = layers[0.99]
alone, together = before[:1], before[:32]


def same(one, other):
    return bool(ops.max(ops.abs(one - other)) < 1e-5)


for training in (True, False):
    start = ops.copy(layer.mean)
    answers = [layer(x, training=training)[0] for x in (alone, together)]
    print(f"{training = }")
    print(f"  {same(*answers) = }")
    print(f"  {bool(ops.any(layer.mean != start)) = }")
print(f"{same(layer(alone, training=True), layer.beta) = }")

# %% [markdown]
# In training, the answer for a picture depends on what else is in the batch, and the state of the layer changes. In inference, both stay as they are. Mind the last line too. In a batch of one, the mean is the value itself, and nothing but `beta` is left.
#
# ## Train it in a model { #model }
#
# Put it between two `Dense` layers to tell digits apart. A second model has `keras.layers.BatchNormalization` in its place and starts from the same values.

# %%
def model_with(layer):
    model = keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(32),
        layer,
        keras.layers.Activation("relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer="adam",
        metrics=["accuracy"],
    )
    return model


mine = model_with(MyBatchNorm(0.9))
theirs = model_with(keras.layers.BatchNormalization(momentum=0.9))
theirs.set_weights(mine.get_weights())
test, train = slice(0, 360), slice(360, None)
for model in (mine, theirs):
    keras.utils.set_random_seed(1)
    model.fit(pixels[train], digits[train], epochs=8, verbose=0)
    loss, accuracy = model.evaluate(pixels[test], digits[test], verbose=0)
    print(f"{accuracy = :.2f}")
difference = ops.max(ops.abs(mine(pixels[test]) - theirs(pixels[test])))
print(f"{bool(difference < 1e-3) = }")

# %% [markdown]
# The two models give the same probabilities for each test picture. Once more, only rounding is left.
#
# ## Moving averages are saved as well { #saves }
#
# Moving averages are not trained, and yet they are weights. They go into the file with the model, and the loaded model gives the same answers.

# %%
mine.save("digits.keras")
loaded = keras.models.load_model("digits.keras")
print([weight.name for weight in loaded.layers[1].non_trainable_weights])
print(f"{same(loaded.layers[1].mean, mine.layers[1].mean) = }")
print(f"{same(loaded(pixels[test]), mine(pixels[test])) = }")

# %% [markdown]
# ## In short { #promise }
#
# A layer that acts differently in training and in inference has given the same answers as `BatchNormalization`, and its state was saved with it. The layer of the next lab reads the rows of a picture as a sequence. It is your own [multi-head attention](attention.py).
