<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;

/** In the pass: links whose process died on the way. Where Sellsy does not answer, the next pass tries again. */
final class FinishLinks {

	/** Longer than a process that lives takes for it. */
	private const OVER = '-5 minutes';

	private const BATCH = 10;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly LinkDocument $link,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	public function run(): void {
		$filter = new TaskFilter(
			states: [ TaskState::Skipped ],
			until: $this->clock->now()->modify( self::OVER ),
			problem: ProblemCode::BeingLinked->value
		);
		foreach ( $this->ledger->page( $filter, self::BATCH, 0 ) as $row ) {
			try {
				$this->link->finish( $row );
			} catch ( RemoteFailure ) {
				return;
			} catch ( \InvalidArgumentException $unreadable ) {
				$this->logger->error(
					'A link that was broken off cannot be finished: its order cannot be read.',
					[
						'order_id' => $row->key->order_id,
						'detail'   => $unreadable instanceof BrokenFilter ? $unreadable->filter : $unreadable::class,
					]
				);
			}
		}
	}
}
