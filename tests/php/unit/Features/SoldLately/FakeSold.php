<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\SoldLately;

use OrderInvoicer\Features\SoldLately\Rules\SoldLately;
use OrderInvoicer\Features\SoldLately\Rules\SoldLooks;

/** Recent orders, as far as the daily look asks for them: of nothing, unless a test says so. */
final class FakeSold implements SoldLately, SoldLooks {

	/** @var list<string> */
	public array $references = [];

	/** @var array<string, non-empty-list<string>> */
	public array $emails = [];

	/** @var array<string, \OrderInvoicer\Features\SoldLately\Rules\SeenSold> */
	public array $seen = [];

	public function references(): array {
		return $this->references;
	}

	public function emails(): array {
		return $this->emails;
	}

	public function read(): array {
		return $this->seen;
	}

	public function keep( array $seen ): void {
		$this->seen = $seen;
	}
}
