<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures\Rules;

defined( 'ABSPATH' ) || exit;

/** What documents come to, in minor units of one currency. Credit notes are taken off. */
final class FigureSum {

	public int $documents = 0;

	/** Documents whose HT is known: the sums of HT and TTC are of these alone. */
	public int $known    = 0;
	public int $excl_tax = 0;
	public int $tax      = 0;
	public int $incl_tax = 0;

	/** @param int|null $excl_tax null: nobody knows. */
	public function add( ?int $excl_tax, int $tax ): void {
		++$this->documents;
		$this->tax += $tax;
		if ( $excl_tax !== null ) {
			++$this->known;
			$this->excl_tax += $excl_tax;
			$this->incl_tax += $excl_tax + $tax;
		}
	}

	public function is_known(): bool {
		return $this->known === $this->documents;
	}
}
