<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\ServiceDates;

final class KnownServiceDates implements ServiceDates {

	/** @param string $state `on`, `refused` or empty. */
	public function __construct( public string $state = 'on' ) {}

	public function are_on(): bool {
		return $this->state === 'on';
	}

	public function were_seen(): void {
		$this->state = $this->state === '' ? 'on' : $this->state;
	}

	public function were_refused(): void {
		$this->state = 'refused';
	}
}
