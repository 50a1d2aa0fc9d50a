<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\EarlierPayments;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPage;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPayment;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPayments;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeReport;
use OrderInvoicer\Tests\Unit\World\World;

/** The same as the one on the database, of any ledger. */
final class FakeUnrecordedPayments implements UnrecordedPayments {

	/** @var (\Closure( int, int ): UnrecordedPage)|null another report, longer than one can be made here. */
	public ?\Closure $report_of = null;

	private readonly FakeReport $report;
	private readonly Ledger $ledger;

	public function __construct( World $world ) {
		$this->report = $world->report;
		$this->ledger = $world->ledger;
	}

	public function page( \DateTimeImmutable $since, int $after, int $rows ): UnrecordedPage {
		if ( $this->report_of !== null ) {
			return ( $this->report_of )( $after, $rows );
		}
		$found = [];
		$ids   = array_filter( array_keys( $this->report->rows ), static fn ( int $id ): bool => $id > $after );
		sort( $ids );
		$ids = array_slice( $ids, 0, $rows );
		foreach ( $ids as $task_id ) {
			$row   = $this->report->rows[ $task_id ];
			$task  = $this->ledger->find( $task_id );
			$is_it = $row['document']->kind === DocumentKind::Invoice
				&& $row['document']->number !== ''
				&& $row['order']?->total > 0
				&& $row['order']->paid_at !== null
				&& max( $row['order']->paid_at, $row['made_at'] ) < $since
				&& $task?->state === TaskState::Done
				&& ! $this->is_settled( $task );
			if ( $is_it ) {
				$found[] = new UnrecordedPayment(
					order_id: $row['order_id'],
					invoice_id: $task_id,
					currency: $row['order']->currency,
					total: $row['order']->total
				);
			}
		}
		return new UnrecordedPage( $found, $ids === [] ? $after : max( $ids ), count( $ids ) < $rows );
	}

	private function is_settled( Task $invoice ): bool {
		foreach ( $this->ledger->for_order( $invoice->key->order_id ) as $row ) {
			$settles = match ( $row->key->effect ) {
				Effect::RecordPayment    => ! $row->rests( Outcome::StepNotWanted ),
				Effect::CreateInvoice    => $row->key->revision > $invoice->key->revision,
				Effect::CreateCreditNote => $row->key->refund_id === 0
					&& $row->key->revision === $invoice->key->revision
					&& $row->state !== TaskState::Skipped,
				default                  => false,
			};
			if ( $settles ) {
				return true;
			}
		}
		return false;
	}
}
