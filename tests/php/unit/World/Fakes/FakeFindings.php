<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;

/** An account of which nothing was tried, or was seen to be otherwise. */
final class FakeFindings implements AccountFindings {

	/** @var list<Assumption> */
	public array $otherwise = [];

	public function is_otherwise( Assumption $assumption ): bool {
		return in_array( $assumption, $this->otherwise, true );
	}
}
