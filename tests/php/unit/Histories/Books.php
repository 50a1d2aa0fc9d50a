<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Histories;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\World;

/** What stands at Sellsy, and in the shop, once all came to rest. Read from Sellsy itself, not from our tables. */
final class Books {

	/**
	 * @param list<string> $documents what stands: kind, final or draft, TTC.
	 * @param list<string> $payments  TTC of each, money back with a minus.
	 * @param list<string> $asks      what a person is asked.
	 * @param list<string> $restless  rows that never came to rest.
	 */
	private function __construct(
		public readonly array $documents,
		public readonly array $payments,
		public readonly array $asks,
		public readonly array $restless,
		private readonly Decimal $billed,
		private readonly Decimal $sold,
		private readonly Decimal $received,
		private readonly Decimal $came,
		private readonly bool $is_final,
		private readonly bool $waits,
	) {}

	public static function of( World $world, Bank $bank ): self {
		$standing = array_filter(
			$world->sellsy->documents,
			static fn ( RemoteDocument $one ): bool => $one->status !== 'cancelled'
		);
		$rows     = $world->ledger->for_order( 1 );
		$asking   = array_filter( $rows, static fn ( Task $row ): bool => $row->state === TaskState::Attention );
		$by_hand  = array_filter( $rows, static fn ( Task $row ): bool => $row->is_left_to_people() );
		$is_draft = array_filter( $standing, static fn ( RemoteDocument $one ): bool => $one->is_draft() ) !== [];
		$moving   = array_filter(
			$rows,
			static fn ( Task $row ): bool => $row->is_under_way() && ! ( $is_draft && self::waits( $row ) )
		);
		$order    = $world->shop->orders[1];
		$refunds  = array_column( $world->shop->refunds[1] ?? [], 'amount' );
		$billed   = self::sum(
			array_map(
				static fn ( RemoteDocument $one ): Decimal => match ( $one->kind ) {
					DocumentKind::Invoice    => $one->amounts->incl_tax,
					DocumentKind::CreditNote => $one->amounts->incl_tax->negated(),
					default                  => Decimal::zero(),
				},
				array_values( $standing )
			)
		);
		$waiting  = array_filter( $rows, self::waits( ... ) );
		return new self(
			waits: $is_draft && $waiting !== [],
			documents: self::sorted( array_map( self::says( ... ), $standing ) ),
			payments: self::sorted( $bank->entered() ),
			asks: self::sorted( [ ...array_map( self::asks( ... ), $asking ), ...array_map( self::asks( ... ), $by_hand ) ] ),
			restless: self::sorted( array_map( self::asks( ... ), $moving ) ),
			billed: $billed,
			sold: $order->status === 'cancelled' ? Decimal::zero() : $order->total->minus( self::sum( $refunds ) ),
			received: self::sum( array_map( Decimal::from_string( ... ), $bank->entered() ) ),
			came: $bank->came()->minus( $bank->went_back() ),
			is_final: $standing !== []
				&& array_filter( $standing, static fn ( RemoteDocument $one ): bool => $one->is_draft() ) === [],
		);
	}

	/** @return string|null what is wrong though nobody is asked. */
	public function fault(): ?string {
		if ( $this->restless !== [] ) {
			return 'Never at rest: ' . implode( ', ', $this->restless );
		}
		if ( $this->asks !== [] ) {
			return null;
		}
		if ( ! $this->waits && ! $this->billed->equals( $this->sold ) ) {
			return "Billed {$this->billed->to_scale( 2 )} of {$this->sold->to_scale( 2 )}, and nobody is asked.";
		}
		// A draft takes no payment yet.
		if ( $this->is_final && ! $this->received->equals( $this->came ) ) {
			return "Entered {$this->received->to_scale( 2 )} of {$this->came->to_scale( 2 )}, and nobody is asked.";
		}
		return null;
	}

	public function __toString(): string {
		return sprintf(
			"documents: %s\npayments: %s\nasks: %s",
			implode( ', ', $this->documents ),
			implode( ', ', $this->payments ),
			implode( ', ', $this->asks )
		);
	}

	private static function says( RemoteDocument $one ): string {
		return "{$one->kind->value} " . ( $one->is_draft() ? 'draft ' : '' ) . $one->amounts->incl_tax->to_scale( 2 );
	}

	/** For a person to make a document final. */
	private static function waits( Task $row ): bool {
		$waits = [ ProblemCode::WaitsForInvoice, ProblemCode::WaitsForDocument ];
		return in_array( $row->problem?->code, $waits, true );
	}

	private static function asks( Task $row ): string {
		return "{$row->key->effect->value} {$row->key->refund_id} {$row->key->part} {$row->key->revision}: "
			. ( $row->problem->code->value ?? ProblemCode::StepNotWanted->value );
	}

	/** @param array<Decimal> $amounts */
	private static function sum( array $amounts ): Decimal {
		return array_reduce( $amounts, static fn ( Decimal $sum, Decimal $one ): Decimal => $sum->plus( $one ), Decimal::zero() );
	}

	/**
	 * @param array<string> $texts
	 * @return list<string>
	 */
	private static function sorted( array $texts ): array {
		sort( $texts );
		return $texts;
	}
}
