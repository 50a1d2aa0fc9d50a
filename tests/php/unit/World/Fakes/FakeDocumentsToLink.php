<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Seen\DocumentsToLink;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** Invoices and estimates by number, the others by whom they are for. */
final class FakeDocumentsToLink implements DocumentsToLink {

	public function __construct( private readonly Sellsy $sellsy ) {}

	public function finds_by_number( DocumentKind $kind ): bool {
		return in_array( $kind, [ DocumentKind::Invoice, DocumentKind::Estimate ], true );
	}

	public function numbered( DocumentKind $kind, string $number ): array {
		return $this->found( $kind, static fn ( RemoteDocument $one ): bool => $one->number === $number );
	}

	public function of_customer( DocumentKind $kind, CustomerRef $customer, \DateTimeImmutable $since ): array {
		return $this->found(
			$kind,
			fn ( RemoteDocument $one ): bool => ( $this->sellsy->billed[ $one->id ] ?? '' ) === Sellsy::key( $customer )
		);
	}

	/**
	 * @param \Closure(RemoteDocument): bool $is_it
	 * @return list<RemoteDocument>
	 */
	private function found( DocumentKind $kind, \Closure $is_it ): array {
		return $this->sellsy->request(
			'find_to_link',
			fn (): array => array_values(
				array_filter(
					array_reverse( $this->sellsy->documents, true ),
					static fn ( RemoteDocument $one ): bool => $one->kind === $kind && $is_it( $one )
				)
			)
		);
	}
}
