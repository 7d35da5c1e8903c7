package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedTreeTest {

    private final Random random = new Random(5);
    private final TreeMap<Integer, Integer> expected = new TreeMap<>();
    private SortedTree<Integer, Integer> tree = SortedTree.empty();

    @Test
    void holdsWhatASortedMapHoldsWhateverComesChangesAndGoes() {
        for (int round = 0; round < 200; round++) {
            change(random.nextInt(60));
            replaceSome();

            assertThat(tree.values()).containsExactlyElementsOf(expected.values());
            assertThat(tree.size()).isEqualTo(expected.size());
            expected.forEach((key, value) -> assertThat(tree.get(key)).isEqualTo(value));
        }
    }

    @Test
    void earlierTreesStayAsTheyWereWhenManyValuesAreReplaced() {
        change(40);
        SortedTree<Integer, Integer> before = tree;
        List<Integer> values = List.copyOf(before.values());

        replaceSome();

        assertThat(before.values()).containsExactlyElementsOf(values);
    }

    private void change(int times) {
        for (int i = 0; i < times; i++) {
            int key = random.nextInt(100);
            if (expected.containsKey(key)) {
                tree = tree.remove(key);
                expected.remove(key);
            } else {
                tree = tree.add(key, i);
                expected.put(key, i);
            }
        }
    }

    private void replaceSome() {
        List<Map.Entry<Integer, Integer>> changes = new ArrayList<>();
        for (int key : List.copyOf(expected.keySet())) {
            if (random.nextBoolean()) {
                int value = random.nextInt();
                expected.put(key, value);
                changes.add(Map.entry(key, value));
            }
        }
        tree = tree.replaceAll(changes);
    }
}
