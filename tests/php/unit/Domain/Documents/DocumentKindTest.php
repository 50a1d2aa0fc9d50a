<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Documents;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\Noticed;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What is true of each kind of document, and of which states and notices people hear. */
final class DocumentKindTest extends TestCase {

	/** A kind, what it may be made from, where it can be moved to; "final": Sellsy validates it; "v1": made by that. */
	private const KINDS = [
		'estimate'   => [ 'a parent', [], [ 'draft', 'sent', 'cancelled' ] ],
		'order'      => [ 'a parent', [], [ 'draft', 'sent', 'shipped', 'cancelled' ] ],
		'delivery'   => [ 'a parent, v1', [ 'order' ], [ 'draft', 'sent', 'shipped' ] ],
		'proforma'   => [ 'v1', [], [ 'draft', 'sent', 'cancelled' ] ],
		'invoice'    => [ 'final', [ 'delivery', 'order', 'estimate' ], [ 'draft', 'finalised' ] ],
		'creditnote' => [ 'final', [], [ 'draft', 'finalised' ] ],
	];

	public function test_each_kind(): void {
		$kinds = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$traits = [
				'a parent' => $kind->is_parent(),
				'v1'       => $kind->needs_v1(),
				'final'    => $kind->is_validated(),
			];
			$kinds[ $kind->value ] = [
				implode( ', ', array_keys( array_filter( $traits ) ) ),
				array_column( $kind->parents(), 'value' ),
				array_column( DocumentState::states( $kind ), 'value' ),
			];
		}
		self::assertSame( self::KINDS, $kinds );
		self::assertSame(
			[ 'estimate', 'order', 'delivery', 'proforma', 'invoice' ],
			array_column( DocumentKind::of_orders(), 'value' )
		);
	}

	#[TestWith( [ 'invoice', 'cancelled', Noticed::Cancelled ] )]
	#[TestWith( [ 'estimate', 'accepted', Noticed::Accepted ] )]
	#[TestWith( [ 'proforma', 'invoiced', Noticed::Invoiced ] )]
	#[TestWith( [ 'estimate', 'invoiced', null ], 'ours are made of it' )]
	#[TestWith( [ 'invoice', 'paid', null ], 'payments say it' )]
	#[TestWith( [ 'invoice', 'part_paid', null ] )]
	#[TestWith( [ 'invoice', 'reinstated', null ], 'no word of Sellsy' )]
	#[TestWith( [ 'invoice', 'draft', null ] )]
	public function test_what_a_status_tells( string $kind, string $status, ?Noticed $noticed ): void {
		self::assertSame( $noticed, Noticed::of_status( DocumentKind::from( $kind ), $status ) );
	}
}
