<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application\Fakes;

use OrderInvoicer\Application\Ports\LastingAccess;

/** Access that never runs out. */
final class FakeAccess implements LastingAccess {

	public function keep_alive(): void {}
}
