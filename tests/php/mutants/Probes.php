<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

use PhpParser\Node;
use PhpParser\Node\Expr;
use PhpParser\NodeTraverser;
use PhpParser\NodeVisitor;
use PhpParser\NodeVisitorAbstract;
use PhpParser\ParserFactory;

/** A probe in each part of a file that may be left out when it runs: a block, a branch, what stands after `&&`. */
final class Probes extends NodeVisitorAbstract {

	private const CONSTANT = [
		Node\AttributeGroup::class,
		Node\Param::class,
		Node\StaticVar::class,
		Node\Stmt\ClassConst::class,
		Node\Stmt\EnumCase::class,
		Node\Stmt\Property::class,
	];

	private const EITHER = [
		Expr\BinaryOp\BooleanAnd::class,
		Expr\BinaryOp\BooleanOr::class,
		Expr\BinaryOp\Coalesce::class,
	];

	/** @var array<int, array{int, int}> where each part begins, and where it ends. */
	private array $parts = [];

	/** @var array<int, string> what is put where. */
	private array $put = [];

	/** @param int $next how many probes there are in other files. */
	private function __construct( private int $next ) {}

	/** @return array{string, array<int, array{int, int}>} the file with its probes, and the part of each. */
	public static function in( string $source, int $next ): array {
		$probes    = new self( $next );
		$traverser = new NodeTraverser();
		$traverser->addVisitor( $probes );
		$traverser->traverse( ( new ParserFactory() )->createForNewestSupportedVersion()->parse( $source ) ?? [] );
		krsort( $probes->put );
		foreach ( $probes->put as $at => $code ) {
			$source = substr_replace( $source, $code, $at, 0 );
		}
		return [ $source, $probes->parts ];
	}

	public function enterNode( Node $node ): ?int {
		if ( in_array( $node::class, self::CONSTANT, true ) ) {
			return NodeVisitor::DONT_TRAVERSE_CHILDREN;
		}
		if ( in_array( $node::class, self::EITHER, true ) ) {
			$this->around( $node->right );
		} elseif ( $node instanceof Expr\Ternary ) {
			if ( $node->if !== null ) {
				$this->around( $node->if );
			}
			$this->around( $node->else );
		} elseif ( $node instanceof Node\MatchArm ) {
			$this->around( $node->body );
		} elseif ( $node instanceof Expr\ArrowFunction ) {
			$this->around( $node->expr );
		} elseif ( ! $node instanceof Node\Stmt\Namespace_ && ! $node instanceof Node\Stmt\ClassLike ) {
			$this->before( $node->stmts ?? [] );
		}
		return null;
	}

	/** @param array<Node> $statements */
	private function before( array $statements ): void {
		if ( $statements !== [] ) {
			$from = $statements[0]->getStartFilePos();
			$this->probe( $from, end( $statements )->getEndFilePos() + 1, '; ' );
		}
	}

	private function around( Expr $part ): void {
		$to = $part->getEndFilePos() + 1;
		$this->probe( $part->getStartFilePos(), $to, ' ?? ( ' );
		$this->put[ $part->getStartFilePos() ] = '( ' . $this->put[ $part->getStartFilePos() ];
		$this->put[ $to ]                      = ( $this->put[ $to ] ?? '' ) . ' ) )';
	}

	private function probe( int $from, int $to, string $then ): void {
		$this->parts[ $this->next ] = [ $from, $to ];
		$this->put[ $from ]         = '\\' . Seen::class . "::at( $this->next )$then" . ( $this->put[ $from ] ?? '' );
		++$this->next;
	}
}
