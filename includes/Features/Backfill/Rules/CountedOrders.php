<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Order\Cursor;

/** What has been counted so far. */
final class CountedOrders {

	/**
	 * @param int                                              $looked_at      orders.
	 * @param int                                              $with_documents have one of the kinds already.
	 * @param array<string, array{problem: Problem, orders: int}> $problems    by ProblemCode value: the first one met,
	 *        and how many orders would stop so.
	 * @param Cursor|null                                      $next           null at the end.
	 */
	public function __construct(
		public readonly int $looked_at = 0,
		public readonly int $with_documents = 0,
		public readonly array $problems = [],
		public readonly ?Cursor $next = null,
	) {}

	public function with( bool $has_document, ?Problem $problem ): self {
		$problems = $this->problems;
		if ( $problem !== null ) {
			$code              = $problem->code->value;
			$problems[ $code ] = [
				'problem' => $problems[ $code ]['problem'] ?? $problem,
				'orders'  => ( $problems[ $code ]['orders'] ?? 0 ) + 1,
			];
		}
		return new self( $this->looked_at + 1, $this->with_documents + (int) $has_document, $problems );
	}

	public function up_to( Cursor $next ): self {
		$own = [ 'next' => $next ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function would_stop(): int {
		return array_sum( array_column( $this->problems, 'orders' ) );
	}
}
