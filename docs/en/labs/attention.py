# ---
# menu: Attention
# description: A lab on a multi-head attention layer of your own in Keras. It reads digits as rows, masks those cut off, draws attention maps and equals MultiHeadAttention.
# ---

# %% [markdown]
# # See where attention looks { #attention }
#
# Read a digit from top to bottom, as a sequence of eight rows. Up to three rows at the bottom of a picture are cut off at random. You will see whether your own multi-head attention layer keeps its eyes off the missing rows.
#
# ## A picture is a sequence of rows { #data }
#
# Attention knows no order, so append to each row its number as a one-hot vector. Then keep the top five to eight rows of each picture, and fill the others with -1, number and all.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from sklearn.datasets import load_digits

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).reshape(-1, 8, 8).astype("float32")
heights = np.random.default_rng(0).integers(5, 9, size=len(pixels))
kept = np.arange(8) < heights[:, None]
numbers = np.broadcast_to(np.eye(8), pixels.shape)
rows = np.concatenate([pixels, numbers], axis=-1).astype("float32")
rows = np.where(kept[:, :, None], rows, -1)
test, train = slice(0, 360), slice(360, None)
print(f"{rows.shape = }, {heights[:8] = }")

# %% [markdown]
# ## The layer is four kernels { #layer }
#
# Attention compares the query of one row with the keys of all rows, and mixes their values by how well they match. Each head does this on its own. There is a kernel each for query, key and value, and one that gathers the answers of the heads. Where the mask is false, the score of a key becomes -30,000. After the softmax, that place holds 0.

# %%
@keras.saving.register_keras_serializable(package="book")
class MyAttention(keras.layers.Layer):
    def __init__(self, heads, size, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.size = heads, size
        self.supports_masking = True

    def build(self, input_shape):
        inner = (input_shape[-1], self.heads, self.size)
        outer = (self.heads, self.size, input_shape[-1])
        self.query = self.add_weight(shape=inner, name="query")
        self.key = self.add_weight(shape=inner, name="key")
        self.value = self.add_weight(shape=inner, name="value")
        self.output_kernel = self.add_weight(shape=outer, name="output")

    def weights_of(self, x, mask=None):
        query = ops.einsum("bti,ihs->bhts", x, self.query)
        key = ops.einsum("bti,ihs->bhts", x, self.key)
        scores = ops.einsum("bhts,bhus->bhtu", query, key) / self.size**0.5
        if mask is not None:
            scores = ops.where(mask[:, None, None, :], scores, -3e4)
        return ops.softmax(scores)

    def call(self, x, mask=None):
        value = ops.einsum("bti,ihs->bhts", x, self.value)
        heads = ops.einsum(
            "bhtu,bhus->bhts", self.weights_of(x, mask), value
        )
        return ops.einsum("bhts,hsi->bti", heads, self.output_kernel)

    def compute_output_shape(self, input_shape):
        return input_shape

# %% [markdown]
# ## It equals `MultiHeadAttention` { #equal }
#
# Without biases, the layer of Keras has four kernels too, in the same order and shapes. So the weights can be copied as they are. Compare with a mask and without.

# %%
keras.utils.set_random_seed(0)
x, mask = rows[test], kept[test]
mine = MyAttention(heads=2, size=8)
theirs = keras.layers.MultiHeadAttention(2, 8, use_bias=False)
mine(x), theirs(x, x)
theirs.set_weights(mine.get_weights())


def same(one, other):
    return bool(ops.max(ops.abs(one - other)) < 1e-5)


print([tuple(weight.shape) for weight in mine.weights])
print(f"{same(mine(x), theirs(x, x)) = }")
masked = theirs(x, x, attention_mask=mask[:, None, :])
print(f"{same(mine(x, mask=mask), masked) = }")
print(f"{same(mine(x), masked) = }")

# %% [markdown]
# Of the three comparisons, the first two are true and the last one is false. So the mask does change the answer.
#
# ## Masked rows change nothing { #masked-rows }
#
# Put something else in place of the -1. If the answers for the other rows stay the same, the layer has not looked there.

# %%
noise = np.random.default_rng(1).normal(size=x.shape)
other = np.where(mask[:, :, None], x, noise).astype("float32")
print(f"{same(mine(x)[mask], mine(other)[mask]) = }")
one, two = (mine(each, mask=mask)[mask] for each in (x, other))
print(f"{same(one, two) = }")

# %% [markdown]
# With the mask the answers are the same, without it they differ.
#
# ## Train it on cut digits { #model }
#
# The `Masking` layer finds rows of -1 and makes the mask. The mask travels through `Dense` and `MyAttention` to the layer that averages. That one, too, counts only the rows that are left.

# %%
attention = MyAttention(heads=4, size=16, name="attention")
model = keras.Sequential([
    keras.Input((8, 16)),
    keras.layers.Masking(-1),
    keras.layers.Dense(64, activation="relu"),
    attention,
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=keras.optimizers.Adam(0.003),
    metrics=["accuracy"],
)
model.fit(rows[train], digits[train], epochs=20, verbose=0)
answers = model.predict(rows[test], verbose=0).argmax(axis=1)
for height in range(5, 9):
    group = heights[test] == height
    right = np.mean(answers[group] == digits[test][group])
    assert right > 0.75
    print(f"{height} rows: {right:.2f} of {group.sum()}")

# %% [markdown]
# Each line has the share of right answers and the number of pictures for so many rows. With three rows cut off, most answers are still right.
#
# ## Draw where each head looks { #maps }
#
# Choose a picture with five rows and a whole one, and draw the attention maps of the four heads. A line of a map tells how much one row looks at each of the eight, and adds up to 1. Brighter is more.

# %% alt="Two lines, each with a picture on the left and the attention maps of four heads on the right. The upper picture has five rows, and the three right columns of its maps are dark. In the lower maps, the bright columns lie in the middle, and differ from head to head only in part."
before = keras.Sequential(model.layers[:2])
chosen = [np.flatnonzero(heights == height)[0] for height in (5, 8)]
figure, axes = plt.subplots(2, 5)
for line, index in zip(axes, chosen):
    x, mask = rows[[index]], kept[[index]]
    maps = attention.weights_of(before(x), mask)[0]
    assert np.allclose(ops.sum(maps, axis=-1), 1, atol=1e-4)
    assert not np.any(maps[..., heights[index]:])
    line[0].imshow(x[0, :, :8], vmin=0)
    line[0].set_title(f"digit {digits[index]}")
    for head, axis in enumerate(line[1:]):
        axis.imshow(maps[head], vmin=0)
        axis.set_title(f"head {head}")
    for axis in line:
        axis.axis("off")

# %% [markdown]
# In the upper maps, the three columns on the right stand for the missing rows. The cell's `assert` has made sure that they are 0 throughout. The three lines at the bottom are what the missing rows look at. The layer that averages leaves them out.
#
# ## In short { #promise }
#
# A layer of your own gives the values of `MultiHeadAttention`, and looks at no masked row. In the last lab, you hand a layer to somebody else: [pack it and ship it](ship-it.py).
