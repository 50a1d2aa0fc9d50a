<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Account\NewestDocuments;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The account's newest documents, those that are ours, and what was remembered of the others. */
final class FakeClashes implements NewestDocuments {

	private const PAGE = 100;

	/** @var list<ListedDocument> newest first. */
	public array $documents = [];

	/** @var list<int> ids. */
	public array $ours = [];

	public bool $fails = false;

	/** @var list<DocumentKind> */
	public array $asked = [];

	public function add( int $id, string $key ): void {
		array_unshift(
			$this->documents,
			new ListedDocument( kind: DocumentKind::Invoice, id: $id, number: '', key: $key, customer: null )
		);
	}

	public function newest( DocumentKind $kind, int $before ): array {
		$this->asked[] = $kind;
		$number        = self::PAGE;
		while ( $before > 0 && isset( $this->documents[ $number ] ) && $this->documents[ $number - 1 ]->id > $before ) {
			$number += self::PAGE;
		}
		return $this->fails
			? throw new RemoteFailure( FailureKind::NotSent, 0, 'POST /invoices/search' )
			: array_slice( $this->documents, 0, $number );
	}

	/**
	 * @param list<ListedDocument> $documents
	 * @return list<ListedDocument>
	 */
	public function strangers_among( array $documents ): array {
		return array_values(
			array_filter(
				$documents,
				fn ( ListedDocument $document ): bool => ! in_array( $document->id, $this->ours, true )
			)
		);
	}
}
