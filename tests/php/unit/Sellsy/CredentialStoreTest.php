<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use PHPUnit\Framework\TestCase;

final class CredentialStoreTest extends TestCase {

	public function test_keeps_id_and_secret_together(): void {
		$store = new CredentialStore( new MemorySecrets(), null );
		self::assertNull( $store->current() );

		$store->save( new Credentials( 'id-1', 'secret-1' ) );

		self::assertEquals( new Credentials( 'id-1', 'secret-1' ), $store->current() );
		self::assertFalse( $store->are_fixed() );
		$store->forget();
		self::assertNull( $store->current() );
	}

	public function test_keeps_the_type_and_those_stored_without_one_are_personal(): void {
		$secrets = new MemorySecrets();
		$store   = new CredentialStore( $secrets, null );

		$store->hold();
		$store->save( new Credentials( 'id-1', 'secret-1', CredentialsType::PrivateClient ) );
		self::assertTrue( $store->current()?->need_consent() );

		$secrets->set( 'credentials', '{"client_id":"id-1","client_secret":"secret-1"}' );
		self::assertTrue( $store->current()?->need_consent(), 'As it was read.' );
		$store->read_anew();
		self::assertFalse( $store->current()?->need_consent() );
	}

	public function test_constants_come_first(): void {
		$secrets = new MemorySecrets();
		( new CredentialStore( $secrets, null ) )->save( new Credentials( 'typed', 'secret-1' ) );

		$store = new CredentialStore( $secrets, new Credentials( 'fixed', 'secret-2' ) );

		self::assertSame( 'fixed', $store->current()?->client_id );
		self::assertTrue( $store->are_fixed() );
	}
}
