<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

use OrderInvoicer\Domain\Money\Decimal;

/** The money itself: what came and went, whoever wrote it down, and what the owner wrote down in Sellsy. */
final class Bank {

	private Decimal $came;
	private Decimal $went_back;
	private Decimal $others;
	private Decimal $most;
	private bool $is_forgotten = false;

	/** @var list<Decimal> */
	private array $entered = [];

	public function __construct() {
		$this->came      = Decimal::zero();
		$this->went_back = Decimal::zero();
		$this->others    = Decimal::zero();
		$this->most      = Decimal::zero();
	}

	/** What the order is worth now. */
	public function sells( Decimal $total ): void {
		$this->most = $total->compare( $this->most ) > 0 ? $total : $this->most;
	}

	/** What all orders were ever worth together. */
	public function sold_at_most(): Decimal {
		return $this->most->plus( $this->others );
	}

	public function came(): Decimal {
		return $this->came->plus( $this->others );
	}

	/** Another order, which is paid at once. */
	public function buys_again( Decimal $amount ): void {
		$this->others = $this->others->plus( $amount );
	}

	/** A backup was put back: what came and went since, the shop does not know any more. */
	public function shop_forgets(): void {
		$this->is_forgotten = true;
	}

	public function is_forgotten(): bool {
		return $this->is_forgotten;
	}

	/** What other orders of the buyer are worth. */
	public function others(): Decimal {
		return $this->others;
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
		return $this->came->plus( $this->others )->minus( $this->went_back );
	}

	/** @return list<Decimal> */
	public function entered_by_owner(): array {
		return $this->entered;
	}
}
