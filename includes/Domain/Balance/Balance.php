<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\Report\ReportedDocument;

/**
 * The two equations of an order that has come to rest: invoices less credit notes are the order less its refunds, and
 * payments less what was paid back are the money that came less what went back. What cannot be known asks nothing, and
 * passes for nothing.
 */
final class Balance {

	/** Documents and money: while one of these is on its way, or asks a person, nothing else is asked. */
	private const MONEY = [
		Effect::CreateInvoice,
		Effect::CreateCreditNote,
		Effect::ValidateInvoice,
		Effect::ValidateCreditNote,
		Effect::LinkCreditNote,
		Effect::RecordPayment,
		Effect::PayBack,
		Effect::ChangeCompany,
		Effect::FollowOrder,
	];

	private function __construct(
		private readonly OrderStanding $standing,
		private readonly ?Equation $documents,
		private readonly ?Equation $payments,
	) {}

	/** @param array<int, ReportedDocument> $documents by task id. */
	public static function of( OrderStanding $standing, array $documents ): self {
		return self::is_at_rest( $standing )
			? new self( $standing, DocumentsEquation::of( $standing, $documents ), PaymentsEquation::of( $standing ) )
			: new self( $standing, null, null );
	}

	public static function key( int $order_id ): TaskKey {
		return new TaskKey( $order_id, Effect::CheckBalance );
	}

	/** @return Problem|null null where both hold, nobody knows, or a person has seen just these sums. */
	public function problem(): ?Problem {
		$facts = $this->facts();
		$known = $this->standing->row( Effect::CheckBalance )->intent->snapshot_hash ?? '';
		return $facts === [] || $known === self::mark( $facts )
			? null
			: new Problem( ProblemCode::SumsDiffer, $facts );
	}

	/** What a person has seen. */
	public static function seen( Task $task ): string {
		return $task->asks( ProblemCode::SumsDiffer ) ? self::mark( $task->problem->facts ?? [] ) : '';
	}

	/** @return array<string, string> of the equations that do not hold. */
	private function facts(): array {
		$facts = [];
		if ( $this->documents?->holds() === false ) {
			[ $facts['documents'], $facts['sale'] ] = $this->documents->sums( $this->standing->order->currency );
		}
		if ( $this->payments?->holds() === false ) {
			[ $facts['payments'], $facts['money'] ] = $this->payments->sums( $this->standing->order->currency );
		}
		return $facts;
	}

	/** @param array<string, string|int> $facts */
	private static function mark( array $facts ): string {
		$sums = array_map(
			static fn ( string $name ): string => (string) ( $facts[ $name ] ?? '' ),
			[ 'documents', 'sale', 'payments', 'money' ]
		);
		return substr( hash( 'sha256', implode( ' ', $sums ) ), 0, 16 );
	}

	private static function is_at_rest( OrderStanding $standing ): bool {
		foreach ( $standing->rows as $row ) {
			if (
				in_array( $row->key->effect, self::MONEY, true )
				&& ( $row->is_under_way() || $row->state === TaskState::Attention )
			) {
				return false;
			}
		}
		return true;
	}
}
