<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What stands at Sellsy and in the ledger once all came to rest. The documents are Sellsy's own and the money the
 * bank's: nothing of it is read from the plugin's tables.
 */
final class Books {

	/** Kinds of which an order may have several. */
	private const SEVERAL = [
		'invoice'    => true,
		'creditnote' => true,
	];

	private readonly Decimal $billed;
	private readonly Decimal $sold;
	private readonly Decimal $entered;
	private readonly Decimal $money;

	/** What is left to be paid of invoices, and of credit notes. */
	private readonly Decimal $due;
	private readonly Decimal $owed;

	/** What should be; below zero: at most so much of credit notes, the rest of a payment may be free. */
	private readonly Decimal $unpaid;
	private readonly bool $has_draft;

	/** A sale that is off, of which no invoice stands: its money stands nowhere in Sellsy. */
	private readonly bool $is_nothing;

	/** What is there more than once; a backup that was put back may have cost something, but makes nothing twice. */
	private readonly string $twice;
	private readonly bool $was_put_back;

	/** The shop knows what the bank knows: until an order is marked as paid, its refunds are no money that leaves. */
	private readonly bool $is_known;

	/** @var list<string> */
	private readonly array $documents;

	/** @var list<string> */
	private readonly array $payments;

	/** @var list<string> what a person is asked, or took over. */
	private readonly array $asks;

	/** @var list<string> rows that wait for what a person does with a document. */
	private readonly array $waiting;

	/** @var list<string> rows that never came to rest. */
	private readonly array $restless;

	public function __construct( Stage $stage, Bank $bank ) {
		$stand    = array_filter( $stage->documents(), static fn ( array $one ): bool => ! $one['is_cancelled'] );
		$payments = [ ...$stage->payments(), ...$bank->entered_by_owner() ];

		$this->billed    = self::sum( array_map( self::worth( ... ), $stand ) );
		$due             = static fn ( string $kind ): Decimal => self::sum(
			array_column( array_filter( $stand, static fn ( array $one ): bool => $one['kind'] === $kind ), 'due' )
		);
		$this->due       = $due( 'invoice' );
		$this->owed      = $due( 'creditnote' );
		$this->sold      = $bank->others()->plus(
			$stage->status() === 'cancelled' ? Decimal::zero() : $stage->total()->minus( $stage->refunded() )
		);
		$this->entered   = self::sum( $payments );
		$this->money     = $bank->balance();
		$this->unpaid    = $this->billed->minus( $this->entered );

		$this->was_put_back = $bank->is_forgotten();
		$this->twice        = $this->twice( $stand, $stage, $bank );

		$is_bill         = static fn ( array $one ): bool => isset( self::SEVERAL[ $one['kind'] ] );
		$bills           = array_filter( $stand, $is_bill );
		$this->has_draft = in_array( true, array_column( $bills, 'is_draft' ), true );
		$this->documents = self::sorted( array_map( self::says( ... ), $stand ) );
		$this->payments  = self::sorted(
			array_map( static fn ( Decimal $one ): string => $one->to_scale( 2 ), $payments )
		);

		$asks    = [];
		$waiting = [];
		$moving  = [];
		foreach ( $stage->rows() as $row ) {
			$says = "{$row['task']}: {$row['problem']}";
			if ( $row['state'] === TaskState::Attention->value || $row['left_to_people'] ) {
				$asks[] = $says;
			} elseif ( in_array( $row['state'], [ TaskState::Queued->value, TaskState::Working->value ], true ) ) {
				self::waits( $row['problem'] ) ? $waiting[] = $says : $moving[] = $says;
			}
		}
		$this->asks     = self::sorted( $asks );
		$this->waiting  = self::sorted( $waiting );
		$this->restless = self::sorted( $this->has_draft || $asks !== [] ? $moving : [ ...$moving, ...$waiting ] );
		$this->is_nothing = $bills === [] && $stage->status() === 'cancelled';
		$this->is_known   = $stage->has_date_paid() || ! $bank->has_money();
	}

	/** @return string|null what is wrong though nobody is asked. */
	public function fault(): ?string {
		return match ( true ) {
			$this->restless !== [] => 'Never at rest: ' . implode( ', ', $this->restless ),
			$this->asks !== [] => null,
			$this->twice !== '' => "$this->twice, and nobody is asked.",
			$this->was_put_back => null,
			$this->waiting === [] && ! $this->billed->equals( $this->sold ) =>
				"Billed {$this->billed->to_scale( 2 )} of {$this->sold->to_scale( 2 )}, and nobody is asked.",
			// A draft takes no payment yet.
			! $this->has_draft && ! $this->is_nothing && $this->is_known && ! $this->entered->equals( $this->money ) =>
				"Entered {$this->entered->to_scale( 2 )} of {$this->money->to_scale( 2 )}, and nobody is asked.",
			! $this->has_draft && $this->is_known && ! $this->is_set_off() =>
				"{$this->due->to_scale( 2 )} is due and {$this->owed->to_scale( 2 )} owed back, where"
					. " {$this->unpaid->to_scale( 2 )} is not paid, and nobody is asked.",
			default => null,
		};
	}

	/** No money stands beside the document that it is for. */
	private function is_set_off(): bool {
		return $this->due->equals( $this->unpaid->is_negative() ? Decimal::zero() : $this->unpaid )
			&& ( $this->owed->is_zero() || $this->owed->plus( $this->unpaid )->compare( Decimal::zero() ) <= 0 );
	}

	public function __toString(): string {
		return sprintf(
			"documents: %s\npayments: %s\nasks: %s",
			implode( ', ', $this->documents ),
			implode( ', ', $this->payments ),
			implode( ', ', $this->asks )
		);
	}

	public function asks_somebody(): bool {
		return $this->asks !== [];
	}

	/**
	 * Where a clock went back, money is entered in another order: what was refunded before it came, or is paid back
	 * once its credit note is final.
	 */
	public function in_sums(): string {
		return sprintf(
			"documents: %s\npayments: %s in all",
			implode( ', ', $this->documents ),
			$this->has_draft ? 'not yet' : $this->entered->to_scale( 2 )
		);
	}

	/** @param array<array{kind: string, is_draft: bool, is_cancelled: bool, total: Decimal, due: Decimal}> $stand */
	private function twice( array $stand, Stage $stage, Bank $bank ): string {
		$made = array_count_values( array_column( $stand, 'kind' ) );
		foreach ( array_diff_key( $made, self::SEVERAL ) as $kind => $times ) {
			if ( $times > $stage->orders() ) {
				return "$times documents of the kind $kind";
			}
		}
		// Their money goes back once they are final: by a clock that went back, also what never came.
		$is_draft = static fn ( array $one ): bool => $one['is_draft'] && $one['kind'] === 'creditnote';
		$unpaid   = self::sum( array_map( self::worth( ... ), array_filter( $stand, $is_draft ) ) );
		return match ( true ) {
			! $this->was_put_back => '',
			$this->billed->compare( $bank->sold_at_most() ) > 0 =>
				"Billed {$this->billed->to_scale( 2 )} of {$bank->sold_at_most()->to_scale( 2 )} at most",
			$this->entered->plus( $unpaid )->compare( $bank->came() ) > 0 =>
				"Entered {$this->entered->to_scale( 2 )} of {$bank->came()->to_scale( 2 )} that came",
			default => '',
		};
	}

	/** @param array<Task> $rows that are under way. */
	public static function wait_for_people( array $rows ): bool {
		$moves = static fn ( Task $task ): bool => ! self::waits( $task->problem->code->value ?? '' );
		return array_filter( $rows, $moves ) === [];
	}

	private static function waits( string $problem ): bool {
		return in_array(
			ProblemCode::tryFrom( $problem ),
			[ ProblemCode::WaitsForInvoice, ProblemCode::WaitsForDocument, ProblemCode::WaitsForParent ],
			true
		);
	}

	/** @param array{kind: string, is_draft: bool, is_cancelled: bool, total: Decimal, due: Decimal} $document */
	private static function worth( array $document ): Decimal {
		return match ( $document['kind'] ) {
			'invoice'    => $document['total'],
			'creditnote' => $document['total']->negated(),
			default      => Decimal::zero(),
		};
	}

	/** @param array{kind: string, is_draft: bool, is_cancelled: bool, total: Decimal, due: Decimal} $document */
	private static function says( array $document ): string {
		return $document['kind'] . ( $document['is_draft'] ? ' draft ' : ' ' ) . $document['total']->to_scale( 2 );
	}

	/** @param array<Decimal> $amounts */
	private static function sum( array $amounts ): Decimal {
		$plus = static fn ( Decimal $sum, Decimal $one ): Decimal => $sum->plus( $one );
		return array_reduce( $amounts, $plus, Decimal::zero() );
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
