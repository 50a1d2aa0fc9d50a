<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\PartiesMapping;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Whom a document names, where the answer holds less than was asked for, or other than is documented.
 *
 * @assumes embedded-parties
 */
final class PartiesMappingTest extends TestCase {

	#[DataProvider( 'embeds' )]
	public function test_what_cannot_be_read_is_read_by_itself( mixed $embed ): void {
		$answer = [
			'related'              => [
				[
					'type' => 'company',
					'id'   => 12,
				],
			],
			'invoicing_address_id' => 91,
			'_embed'               => $embed,
		];
		$named  = ( new PartiesMapping() )->parties( new Answer( $answer, 'GET /invoices/{id}', 200 ) );
		self::assertEquals(
			new DocumentParties(
				ref: new CustomerRef( CustomerType::Company, 12 ),
				contact_id: null,
				invoicing_address_id: 91,
				delivery_address_id: null
			),
			$named
		);
	}

	/** @return iterable<string, array{mixed}> */
	public static function embeds(): iterable {
		yield 'none' => [ null ];
		yield 'an empty list' => [ [] ];
		yield 'no object' => [ 'company' ];
		yield 'addresses of resources' => [
			[
				'company'           => '/companies/12',
				'invoicing_address' => 91,
			],
		];
		yield 'without ids' => [
			[
				'company'           => [
					'name'        => 'Acme SARL',
					'is_archived' => false,
				],
				'invoicing_address' => [ 'name' => 'Acme SARL' ],
			],
		];
		yield 'without a word of the archive' => [
			[
				'company' => [
					'id'   => 12,
					'name' => 'Acme SARL',
				],
			],
		];
	}
}
