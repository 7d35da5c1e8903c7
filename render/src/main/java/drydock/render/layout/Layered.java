package drydock.render.layout;

import drydock.render.geometry.Point;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Layers from left to right for things that are linked, by ELK.
final class Layered {

    private static final LayoutMetaDataService KNOWN = LayoutMetaDataService.getInstance();

    static {
        KNOWN.registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private Layered() {}

    /// The upper left corners of `items`, from (0, 0), each on the grid. Links from or to anything else are
    /// ignored.
    ///
    /// @throws java.util.concurrent.CancellationException if `watch` stops it
    static <K> Map<K, Point> place(List<Item<K>> items, List<Link<K>> links, LayoutWatch watch) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, Grid.GAP / 2 + 4);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Grid.LAYER_GAP);
        graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        Map<K, ElkNode> nodes = new HashMap<>();
        for (Item<K> item : items) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(item.width(), item.height());
            node.setProperty(CoreOptions.ALIGNMENT, Alignment.LEFT);
            node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            nodes.put(item.key(), node);
        }
        for (Link<K> link : links) {
            ElkNode from = nodes.get(link.from());
            ElkNode to = nodes.get(link.to());
            if (from != null && to != null && !from.equals(to)) {
                ElkGraphUtil.createSimpleEdge(port(from, PortSide.EAST), port(to, PortSide.WEST));
            }
        }
        new RecursiveGraphLayoutEngine().layout(graph, new Stoppable(watch));
        watch.check();
        return corners(items, nodes);
    }

    /// The middle of a side, where lines begin and end: so ELK puts those in a line that can be joined by a
    /// straight one.
    private static ElkPort port(ElkNode node, PortSide side) {
        for (ElkPort port : node.getPorts()) {
            if (port.getProperty(CoreOptions.PORT_SIDE) == side) {
                return port;
            }
        }
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setLocation(side == PortSide.EAST ? node.getWidth() : 0, node.getHeight() / 2);
        return port;
    }

    /// Rounding to the grid can bring two things a step nearer to each other, never over each other: ELK
    /// keeps more than two steps between them.
    private static <K> Map<K, Point> corners(List<Item<K>> items, Map<K, ElkNode> nodes) {
        double left = nodes.values().stream().mapToDouble(ElkNode::getX).min().orElse(0);
        double top = nodes.values().stream().mapToDouble(ElkNode::getY).min().orElse(0);
        Map<K, Point> result = new LinkedHashMap<>();
        for (Item<K> item : items) {
            ElkNode node = nodes.get(item.key());
            result.put(item.key(), new Point(Grid.snap(node.getX() - left), Grid.snap(node.getY() - top)));
        }
        return result;
    }

    /// Ends ELK's work when nobody wants it any more.
    private static final class Stoppable extends BasicProgressMonitor {

        private final LayoutWatch watch;

        Stoppable(LayoutWatch watch) {
            this.watch = watch;
        }

        @Override
        public boolean isCanceled() {
            return watch.isStopped();
        }

        @Override
        public BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
            return new Stoppable(watch);
        }
    }
}
