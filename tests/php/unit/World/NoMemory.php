<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\System\RuntimeCache;

/** The fakes hold what is true now. */
final class NoMemory implements RuntimeCache {

	public function forget(): void {}

	public function hold(): void {}

	public function release(): void {}
}
