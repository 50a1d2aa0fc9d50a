<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Account\Site;

final class FixedSite implements Site {

	/** @param string $known empty: never connected. */
	public function __construct( private readonly string $known = 'shop.test' ) {}

	public function address(): string {
		return 'shop.test';
	}

	public function known_address(): string {
		return $this->known;
	}

	public function known_account(): string {
		return 'account-1';
	}

	public function known_since(): ?\DateTimeImmutable {
		return null;
	}

	public function is_at_home(): bool {
		return true;
	}

	public function settle(): void {}

	public function remember( string $address, string $account, \DateTimeImmutable $at ): void {
		throw new \LogicException( 'Nothing here remembers.' );
	}
}
