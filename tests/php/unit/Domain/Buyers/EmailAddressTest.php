<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Buyers;

use OrderInvoicer\Domain\Buyers\EmailAddress;
use PHPUnit\Framework\TestCase;

final class EmailAddressTest extends TestCase {

	public function test_addresses_that_cannot_be_right(): void {
		foreach (
			[
				'',
				'jeanne',
				'jeanne@',
				'@orange.fr',
				'jeanne@orange',
				'jeanne@orange..fr',
				'jeanne dupont@orange.fr',
				'jeanne@gmail.con',
				'Jeanne@GMIAL.com',
				'jeanne@example.com',
				'jeanne@shop.test',
			] as $email
		) {
			self::assertFalse( EmailAddress::can_be_right( $email ), $email );
		}
	}

	public function test_addresses_that_may_be_right(): void {
		foreach (
			[
				'jeanne@gmail.com',
				'Jeanne.Dupont+shop@Orange.FR',
				'jérôme@exemple.fr',
				'o@laposte.net',
				'contact@mairie.paris',
			] as $email
		) {
			self::assertTrue( EmailAddress::can_be_right( $email ), $email );
		}
	}
}
