package drydock.sim.store;

import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A sorted map that never changes: putting and removing make another one that shares all but a path with it, in
/// logarithmic time (a balanced tree after Adelson-Velsky and Landis).
///
/// So whoever holds one holds a moment, at the price of what changed since.
final class SortedTree<K extends Comparable<? super K>, V> {

    private record Node<K, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int height) {}

    private static final SortedTree<?, ?> EMPTY = new SortedTree<>(null, 0);

    private final @Nullable Node<K, V> root;
    private final int size;

    private SortedTree(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // it holds nothing
    static <K extends Comparable<? super K>, V> SortedTree<K, V> empty() {
        return (SortedTree<K, V>) EMPTY;
    }

    int size() {
        return size;
    }

    @Nullable
    V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node.value;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /// The same with `value` at a key that is not there.
    SortedTree<K, V> add(K key, V value) {
        return new SortedTree<>(put(root, key, value), size + 1);
    }

    /// The same with other values at keys that are there: of what lies above several of them there is one copy, not one
    /// for each.
    ///
    /// @param changes in the order of their keys
    SortedTree<K, V> replaceAll(List<Map.Entry<K, V>> changes) {
        return changes.isEmpty() || root == null ? this : new SortedTree<>(replaced(root, changes), size);
    }

    /// The same without a key that is there.
    SortedTree<K, V> remove(K key) {
        return new SortedTree<>(remove(root, key), size - 1);
    }

    /// The values in the order of their keys; a view.
    Collection<V> values() {
        return new Values<>(root, null, null, size);
    }

    /// The values from `first` on and before `behind`, in the order of their keys; a view.
    Collection<V> values(K first, K behind) {
        return new Values<>(root, first, behind, -1);
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return node(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right, node.height);
        }
        return order < 0
                ? balanced(node.key, node.value, put(node.left, key, value), node.right)
                : balanced(node.key, node.value, node.left, put(node.right, key, value));
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> replaced(
            @Nullable Node<K, V> node, List<Map.Entry<K, V>> changes) {
        if (node == null || changes.isEmpty()) {
            return node;
        }
        int before = 0;
        int behind = changes.size();
        while (before < behind) {
            int middle = (before + behind) >>> 1;
            if (changes.get(middle).getKey().compareTo(node.key) < 0) {
                before = middle + 1;
            } else {
                behind = middle;
            }
        }
        boolean here = before < changes.size() && changes.get(before).getKey().equals(node.key);
        return new Node<>(
                node.key,
                here ? changes.get(before).getValue() : node.value,
                replaced(node.left, changes.subList(0, before)),
                replaced(node.right, changes.subList(here ? before + 1 : before, changes.size())),
                node.height);
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return balanced(node.key, node.value, remove(node.left, key), node.right);
        }
        if (order > 0) {
            return balanced(node.key, node.value, node.left, remove(node.right, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        Node<K, V> next = node.right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next.key, next.value, node.left, remove(node.right, next.key));
    }

    private static <K, V> Node<K, V> node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(key, value, left, right, Math.max(height(left), height(right)) + 1);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static <K, V> Node<K, V> balanced(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && left.height > height(right) + 1) {
            Node<K, V> inner = left.right;
            return inner == null || height(left.left) >= inner.height
                    ? node(left.key, left.value, left.left, node(key, value, inner, right))
                    : node(
                            inner.key,
                            inner.value,
                            node(left.key, left.value, left.left, inner.left),
                            node(key, value, inner.right, right));
        }
        if (right != null && right.height > height(left) + 1) {
            Node<K, V> inner = right.left;
            return inner == null || height(right.right) >= inner.height
                    ? node(right.key, right.value, node(key, value, left, inner), right.right)
                    : node(
                            inner.key,
                            inner.value,
                            node(key, value, left, inner.left),
                            node(right.key, right.value, inner.right, right.right));
        }
        return node(key, value, left, right);
    }

    private static final class Values<K extends Comparable<? super K>, V> extends AbstractCollection<V> {

        private final @Nullable Node<K, V> root;
        private final @Nullable K first;
        private final @Nullable K behind;
        private final int size;

        /// @param size how many there are, or -1 if that is not known
        Values(@Nullable Node<K, V> root, @Nullable K first, @Nullable K behind, int size) {
            this.root = root;
            this.first = first;
            this.behind = behind;
            this.size = size;
        }

        @Override
        public int size() {
            if (size >= 0) {
                return size;
            }
            int count = 0;
            for (Iterator<V> all = iterator(); all.hasNext(); all.next()) {
                count++;
            }
            return count;
        }

        @Override
        public Iterator<V> iterator() {
            return new Walk<>(root, first, behind);
        }
    }

    private static final class Walk<K extends Comparable<? super K>, V> implements Iterator<V> {

        private final Deque<Node<K, V>> path = new ArrayDeque<>();
        private final @Nullable K behind;

        Walk(@Nullable Node<K, V> root, @Nullable K first, @Nullable K behind) {
            this.behind = behind;
            Node<K, V> node = root;
            while (node != null) {
                if (first == null || first.compareTo(node.key) <= 0) {
                    path.push(node);
                    node = node.left;
                } else {
                    node = node.right;
                }
            }
        }

        @Override
        public boolean hasNext() {
            Node<K, V> next = path.peek();
            return next != null && (behind == null || next.key.compareTo(behind) < 0);
        }

        @Override
        public V next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Node<K, V> next = path.pop();
            for (Node<K, V> node = next.right; node != null; node = node.left) {
                path.push(node);
            }
            return next.value;
        }
    }
}
