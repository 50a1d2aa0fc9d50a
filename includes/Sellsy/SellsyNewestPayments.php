<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\NewestPayments;
use OrderInvoicer\Domain\Seen\PaymentsPage;
use OrderInvoicer\Domain\Seen\SeenPayment;
use OrderInvoicer\Sellsy\Mapping\SeenPaymentMapping;
use OrderInvoicer\Sellsy\Resources\CustomerPayments;
use OrderInvoicer\Sellsy\Resources\DocumentLinks;

/**
 * `POST /payments/search` sorts by id and has no filter by moment: it is read down to what is known.
 *
 * @assumes newest-payments
 */
final class SellsyNewestPayments implements NewestPayments {

	public function __construct(
		private readonly CustomerPayments $payments,
		private readonly DocumentLinks $links,
		private readonly SeenPaymentMapping $mapping,
	) {}

	public function page( string $position ): PaymentsPage {
		$answer = $this->payments->page_of_all( $position );
		$found  = $answer->list( 'data' );
		return new PaymentsPage(
			array_map( $this->mapping->payment( ... ), $found ),
			$found === [] ? '' : $answer->next_offset()
		);
	}

	public function of_document( DocumentKind $kind, int $id ): array {
		return array_map( $this->mapping->listed( ... ), $this->links->payments_of( $kind, $id ) );
	}

	public function payment( int $id ): SeenPayment {
		return $this->mapping->payment( $this->payments->get( $id ) );
	}
}
