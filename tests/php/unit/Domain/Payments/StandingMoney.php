<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\World;

/** What stands in Sellsy for the order, and what asks, in words. */
final class StandingMoney {

	public function __construct( private readonly World $world ) {}

	public function stands(): string {
		$all = [];
		foreach ( $this->world->sellsy->documents as $document ) {
			$name  = match ( $document->kind ) {
				DocumentKind::Invoice    => 'invoice',
				DocumentKind::CreditNote => 'credit',
				default                  => '',
			};
			$all[] = $name === '' ? '' : "$name {$document->amounts->incl_tax->to_string()}";
		}
		foreach ( $this->world->payments->made as $made ) {
			$name  = $made['draft']->pays_back ? 'paid back' : 'recorded';
			$all[] = "$name {$made['draft']->amount->to_string()}";
		}
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			$name  = match ( $row->key->effect ) {
				Effect::RecordPayment => 'adopted',
				Effect::PayBack       => 'returned',
				default               => '',
			};
			$all[] = $name !== '' && $row->sent_at === null && $row->remote_id > 0
				? "$name " . Decimal::from_string( $row->intent->excl_tax )->to_string()
				: '';
		}
		return implode( ', ', array_filter( $all ) );
	}

	public function asks(): string {
		$codes = array_map(
			static fn ( Task $task ): string =>
				in_array( $task->state, [ TaskState::Attention, TaskState::Queued ], true )
					? (string) $task->problem?->code->value
					: '',
			$this->world->ledger->for_order( 1 )
		);
		$earlier = $this->world->engine->record_earlier();
		// What came since the last look is found the next day.
		$this->world->clock->advance( 86400 );
		$earlier->run();
		$offered = $earlier->offered();
		$codes[] = $offered === [] ? '' : 'offers ' . $earlier::mark( $offered );
		return implode( ', ', array_unique( array_filter( $codes ) ) );
	}
}
