<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

/** Nothing that such a test sends or reads differs from Sellsy's own description of its API. */
abstract class ContractTestCase extends SellsyTestCase {

	private int $violations_before;

	protected function setUp(): void {
		parent::setUp();
		$this->violations_before = count( $this->violations() );
	}

	protected function tearDown(): void {
		$violations = array_slice( $this->violations(), $this->violations_before );
		parent::tearDown();
		self::assertSame( [], $violations );
	}

	/** @return array<mixed> of all tests so far: the sandbox keeps them over its resets. */
	private function violations(): array {
		return $this->sandbox->call( 'GET', '/_sandbox/violations' );
	}
}
