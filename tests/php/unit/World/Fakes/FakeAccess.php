<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Account\LastingAccess;

/** Access that never runs out. */
final class FakeAccess implements LastingAccess {

	public function keep_alive(): void {}
}
