<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Histories;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\World;

/** The money itself: what came and went, whoever wrote it down, and what is written down at Sellsy. */
final class Bank {

	private Decimal $came;
	private Decimal $went_back;

	/** @var list<Decimal> that the owner entered. */
	private array $by_hand = [];

	public function __construct( private readonly World $world ) {
		$this->came      = Decimal::zero();
		$this->went_back = Decimal::zero();
	}

	/** The buyer pays once, whoever notices it. */
	public function receive( Decimal $amount ): void {
		$this->came = $this->came->is_zero() ? $amount : $this->came;
	}

	public function give_back( Decimal $amount ): void {
		$this->went_back = $this->went_back->plus( $amount );
	}

	public function enter( Decimal $amount ): void {
		$this->by_hand[] = $amount;
	}

	public function came(): Decimal {
		return $this->came;
	}

	public function went_back(): Decimal {
		return $this->went_back;
	}

	public function has_money(): bool {
		return $this->came->is_positive();
	}

	/** @return list<string> TTC of each payment at Sellsy. */
	public function entered(): array {
		$entered = array_map( static fn ( Decimal $one ): string => $one->to_scale( 2 ), $this->by_hand );
		foreach ( $this->world->payments->made as $made ) {
			$amount    = $made['draft']->amount;
			$entered[] = ( $made['draft']->pays_back ? $amount->negated() : $amount )->to_scale( 2 );
		}
		return $entered;
	}
}
