<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

use OrderInvoicer\Domain\Money\Decimal;

/** The money itself: what came and went, whoever wrote it down, and what the owner wrote down in Sellsy. */
final class Bank {

	private Decimal $came;
	private Decimal $went_back;

	/** @var list<Decimal> */
	private array $entered = [];

	public function __construct() {
		$this->came      = Decimal::zero();
		$this->went_back = Decimal::zero();
	}

	/** The buyer pays once, whoever notices it. */
	public function receive( Decimal $amount ): void {
		$this->came = $this->has_money() ? $this->came : $amount;
	}

	public function give_back( Decimal $amount ): void {
		$this->went_back = $this->went_back->plus( $amount );
	}

	public function owner_enters( Decimal $amount ): void {
		$this->entered[] = $amount;
	}

	public function has_money(): bool {
		return $this->came->is_positive();
	}

	public function balance(): Decimal {
		return $this->came->minus( $this->went_back );
	}

	/** @return list<Decimal> */
	public function entered_by_owner(): array {
		return $this->entered;
	}
}
