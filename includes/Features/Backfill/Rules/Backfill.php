<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Order\PastOrder;

/** Documents for old orders, made in the background: what the owner chose, and how far it has come. One at a time. */
final class Backfill {

	/**
	 * @param list<DocumentKind> $kinds  no credit notes: they follow refunds by themselves.
	 * @param bool               $drafts whatever is made stays a draft, whatever the settings say.
	 * @param int                $total  orders, when it began.
	 * @param int                $passed orders so far.
	 */
	public function __construct(
		public readonly int $id,
		public readonly OrderFilter $orders,
		public readonly array $kinds,
		public readonly bool $drafts,
		public readonly int $total,
		public readonly BackfillState $state = BackfillState::Running,
		public readonly Cursor $cursor = new Cursor(),
		public readonly int $passed = 0,
	) {}

	public function in_state( BackfillState $state ): self {
		$own = [ 'state' => $state ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** @param list<PastOrder> $orders oldest first. */
	public function beyond( array $orders ): self {
		$own = [
			'cursor' => $this->cursor->beyond( $orders ),
			'passed' => $this->passed + count( $orders ),
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function origin(): Origin {
		return new Origin( $this->id, $this->drafts );
	}

	/**
	 * @param list<PastOrder> $orders
	 * @return list<TaskKey>
	 */
	public function keys( array $orders ): array {
		$keys = [];
		foreach ( $orders as $order ) {
			foreach ( $this->kinds as $kind ) {
				$keys[] = new TaskKey( $order->id, Effect::create( $kind ) );
			}
		}
		return $keys;
	}
}
