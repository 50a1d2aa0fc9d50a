<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedGroup;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedOrders;
use OrderInvoicer\WordPress\Counts\ProblemGroups;

/** The same groups as on the overview. */
final class LedgerStoppedOrders implements StoppedOrders {

	public function __construct(
		private readonly ProblemGroups $groups,
		private readonly Ledger $ledger,
	) {}

	public function orders(): int {
		return $this->groups->orders();
	}

	public function groups(): array {
		$groups = [];
		foreach ( $this->groups->all() as [ 'code' => $code, 'orders' => $orders ] ) {
			$filter  = new TaskFilter( [ TaskState::Attention ], problem: $code->value );
			$newest  = $this->ledger->page( $filter, 1, 0 )[0] ?? null;
			$problem = $newest?->problem;
			if ( $newest !== null && $problem !== null ) { // Somebody may have mended it just now.
				$groups[] = new StoppedGroup( $orders, $newest->key->order_id, $problem );
			}
		}
		return $groups;
	}
}
