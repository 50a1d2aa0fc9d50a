<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Rights\RouteScopes;
use PHPUnit\Framework\TestCase;

final class RouteScopesTest extends TestCase {

	/** Every route that the plugin's code names has its scope, and it is the one of Sellsy's description. */
	public function test_every_route_names_the_scope_that_sellsy_documents(): void {
		$contract = new SentContract();
		$routes   = array_keys( ( new \ReflectionClassConstant( RouteScopes::class, 'SCOPES' ) )->getValue() );

		self::assertGreaterThan( 20, count( $routes ) );
		foreach ( $routes as $route ) {
			self::assertSame( implode( ', ', $contract->scopes( $route ) ), RouteScopes::scope( $route ), $route );
		}
		self::assertSame( '', RouteScopes::scope( 'GET /nothing' ) );
	}
}
