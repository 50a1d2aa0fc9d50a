<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

use PhpParser\Node;
use PhpParser\Node\Expr;
use PhpParser\Node\Expr\BinaryOp;
use PhpParser\NodeFinder;
use PhpParser\ParserFactory;

/** Each place of a file where a fault can be put, such as a comparison turned round or a call left out. */
final class Mutants {

	private const OPERATORS = [
		BinaryOp\Identical::class      => '!==',
		BinaryOp\NotIdentical::class   => '===',
		BinaryOp\Smaller::class        => '<=',
		BinaryOp\SmallerOrEqual::class => '<',
		BinaryOp\Greater::class        => '>=',
		BinaryOp\GreaterOrEqual::class => '>',
		BinaryOp\BooleanAnd::class     => '||',
		BinaryOp\BooleanOr::class      => '&&',
		BinaryOp\Plus::class           => '-',
		BinaryOp\Minus::class          => '+',
		BinaryOp\Mul::class            => '+',
	];

	/** Their third argument makes them strict, which among values of one type changes nothing: a habit, no decision. */
	private const STRICT = [ 'in_array', 'array_search', 'array_keys' ];

	private const CONSTANTS = [
		'true'  => 'false',
		'false' => 'true',
	];

	/** @return list<Mutant> */
	public static function in( string $path, string $source ): array {
		$nodes = ( new ParserFactory() )->createForNewestSupportedVersion()->parse( $source ) ?? [];
		$found = [];
		$nodes = array_filter( $nodes, static fn ( Node $node ): bool => ! $node instanceof Node\Stmt\Declare_ );
		$find  = new NodeFinder();
		if ( $find->findFirstInstanceOf( $nodes, Node\Stmt\Interface_::class ) !== null ) {
			return []; // Of two defaults the class's counts, never its interface's.
		}
		$habits = array_map( self::strict( ... ), $find->find( $nodes, self::is_strict( ... ) ) );
		foreach ( $find->find( $nodes, static fn ( Node $node ): bool => true ) as $node ) {
			if ( in_array( $node, $habits, true ) ) {
				continue;
			}
			foreach ( self::faults( $node, $source ) as [ $from, $to, $fault ] ) {
				$found[] = new Mutant(
					path: $path,
					line: $node->getStartLine(),
					at: $from,
					length: $to - $from,
					fault: $fault,
					before: substr( $source, $from, $to - $from )
				);
			}
		}
		return $found;
	}

	private static function is_strict( Node $node ): bool {
		return $node instanceof Expr\FuncCall
			&& $node->name instanceof Node\Name
			&& in_array( $node->name->toString(), self::STRICT, true )
			&& isset( $node->args[2] );
	}

	private static function strict( Expr\FuncCall $call ): ?Node {
		return $call->args[2] instanceof Node\Arg ? $call->args[2]->value : null;
	}

	/** @return iterable<array{int, int, string}> from, to, and what stands there then. */
	private static function faults( Node $node, string $source ): iterable {
		$start = $node->getStartFilePos();
		$end   = $node->getEndFilePos() + 1;
		$text  = static fn ( Node $part ): string => substr(
			$source,
			$part->getStartFilePos(),
			$part->getEndFilePos() + 1 - $part->getStartFilePos()
		);
		if ( $node instanceof BinaryOp\BooleanOr && $node->right instanceof Expr\Exit_ ) {
			return; // Only without WordPress, where no test is.
		}
		if ( $node instanceof BinaryOp && isset( self::OPERATORS[ $node::class ] ) ) {
			$from     = $node->left->getEndFilePos() + 1;
			$to       = $node->right->getStartFilePos();
			$operator = $node->getOperatorSigil();
			$at       = strpos( $source, $operator, $from );
			if ( $at !== false && $at < $to ) {
				yield [ $at, $at + strlen( $operator ), self::OPERATORS[ $node::class ] ];
			}
		} elseif ( $node instanceof BinaryOp\Coalesce ) {
			yield [ $start, $end, $text( $node->right ) ];
		} elseif ( $node instanceof Expr\BooleanNot ) {
			yield [ $start, $end, $text( $node->expr ) ];
		} elseif ( isset( self::CONSTANTS[ strtolower( $text( $node ) ) ] ) && $node instanceof Expr\ConstFetch ) {
			yield [ $start, $end, self::CONSTANTS[ strtolower( $text( $node ) ) ] ];
		} elseif ( $node instanceof Expr\Ternary && $node->if !== null ) {
			yield [ $start, $end, "{$text( $node->cond )} ? {$text( $node->else )} : {$text( $node->if )}" ];
		} elseif ( $node instanceof Node\Scalar\Int_ ) {
			yield [ $start, $end, (string) ( $node->value + 1 ) ];
		} elseif ( $node instanceof Node\Stmt\Expression && $node->expr instanceof Expr\MethodCall ) {
			yield [ $start, $end, ';' ];
		} elseif ( $node instanceof Node\Stmt\Continue_ || $node instanceof Node\Stmt\Break_ ) {
			yield [ $start, $end, ';' ];
		} elseif ( $node instanceof Node\Stmt\If_ ) {
			yield [ $node->cond->getStartFilePos(), $node->cond->getEndFilePos() + 1, 'false' ];
		}
	}
}
