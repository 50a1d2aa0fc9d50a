<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;

/** How an order's request stands. The ledger says it; the request itself only what was asked for and why not. */
final class CompanyRequestStates {

	public function __construct( private readonly Ledger $ledger ) {}

	public static function key( int $order_id, int $number ): TaskKey {
		return new TaskKey( order_id: $order_id, effect: Effect::ChangeCompany, part: (string) $number );
	}

	/** Null: it never got its row, because something failed in between. */
	public function of( int $order_id, CompanyRequest $request ): ?CompanyRequestState {
		$row = $this->ledger->find_by_key( self::key( $order_id, $request->number ) );
		return match ( true ) {
			$row === null                       => null,
			$row->state === TaskState::Skipped  => CompanyRequestState::Refused,
			self::is_asking( $row )             => CompanyRequestState::Waiting,
			$row->state === TaskState::Done
				&& $this->has_followed( $order_id ) => CompanyRequestState::Done,
			default                             => CompanyRequestState::Accepted,
		};
	}

	/** Also where the owner had accepted something else than what stands by now. */
	private static function is_asking( Task $task ): bool {
		return ! $task->asked || $task->asks( ProblemCode::CompanyAsked );
	}

	/** The newest invoice is final, so that its buyer sees it, and nothing that could still change it is under way. */
	private function has_followed( int $order_id ): bool {
		$invoice = null;
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( $this->changes_the_invoice( $row ) && $row->is_under_way() ) {
				return false;
			}
			$invoice = $row->key->effect === Effect::CreateInvoice ? $row : $invoice;
		}
		return $invoice?->state === TaskState::Done && $invoice->remote_number !== '';
	}

	private function changes_the_invoice( Task $task ): bool {
		return in_array( $task->key->effect, [ Effect::FollowOrder, Effect::CreateInvoice ], true );
	}
}
