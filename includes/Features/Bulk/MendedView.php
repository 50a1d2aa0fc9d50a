<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Features\Bulk\Rules\PlanRetryAll;
use OrderInvoicer\Reports\Mended;

/** What could go on since the settings were changed, with what becomes final by it. */
final class MendedView implements Mended {

	/** The orders are read for the sum, and the page asks each minute. */
	private const KEPT = 600;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly PlanRetryAll $plan,
		private readonly BulkText $texts,
	) {}

	public function current(): ?array {
		$filter = $this->plan->mended();
		$tasks  = $filter === null ? 0 : $this->ledger->count( $filter );
		if ( $filter === null || $tasks === 0 ) {
			return null;
		}
		$name = "orderinvoicer_mended_{$tasks}_" . (string) $filter->until?->getTimestamp();
		$says = get_transient( $name );
		if ( ! is_string( $says ) ) {
			[ $plan ] = $this->plan->finals( $filter );
			$says     = $this->texts->mended( $tasks, $plan );
			set_transient( $name, $says, self::KEPT );
		}
		return [
			'tasks' => $tasks,
			'says'  => $says,
		];
	}
}
