<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WooCommerce\Emails\EmailPreviews;
use OrderInvoicer\WooCommerce\Emails\MailedDocument;
use OrderInvoicer\Wording\Names\ShopLanguage;

/**
 * One of WooCommerce's e-mails as it is received, with example documents: to look at, and as a test to who asks.
 *
 * @phpstan-type EmailPreviewAnswer array{
 *     id: string,
 *     title: string,
 *     // Of the example; empty where WooCommerce did not say.
 *     subject: string,
 *     // A page of WooCommerce, for who asks alone.
 *     url: string,
 *     // Names of the files that go with it.
 *     attachments: list<string>,
 *     // Address of who asks: a test goes there.
 *     to: string,
 * }
 * @phpstan-type EmailTestedAnswer array{
 *     // WordPress handed it on; false: it could not.
 *     sent: bool,
 *     to: string,
 * }
 */
final class EmailPreviewController extends BaseController {

	private const PROCESSING = Trigger::STATUS . 'processing';
	private const CLOSED     = [ Trigger::SHIPPED, Trigger::COMPLETED, Trigger::STATUS . 'completed' ];

	/** By which an invoice is made only after that e-mail has left. */
	private const TOO_LATE = [
		'customer_on_hold_order'    => [ Trigger::PAID, self::PROCESSING, ...self::CLOSED ],
		'customer_processing_order' => self::CLOSED,
	];

	public function __construct(
		private readonly SettingsStore $settings,
	) {}

	public function routes(): array {
		return [
			$this->get( '/email-preview', 'email-preview', $this->show( ... ), 'email-preview-query' ),
			$this->post( '/email-preview/test', 'email-tested', $this->test( ... ), 'email-preview-query' ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function show( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$email = self::asked( $request );
		return $email === null ? Refusal::not_found() : $this->answer(
			'email-preview',
			[
				'id'          => (string) $email->id,
				'title'       => $email->get_title(),
				'subject'     => EmailPreviews::subject( $email ),
				'url'         => EmailPreviews::url( $email ),
				'attachments' => $this->has_file( (string) $email->id )
					? [ PdfAnswer::file_name( self::example_number() ) ]
					: [],
				'to'          => self::reader(),
			]
		);
	}

	/**
	 * To who asks, and nobody else.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function test( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$email = self::asked( $request );
		$to    = self::reader();
		return $email === null ? Refusal::not_found() : $this->answer(
			'email-tested',
			[
				'sent' => is_email( $to ) !== false && $this->sent( $email, $to ),
				'to'   => $to,
			]
		);
	}

	private function sent( \WC_Email $email, string $to ): bool {
		$pdf = $this->has_file( (string) $email->id )
			? AttachedPdf::write( self::example_pdf(), self::example_number() )
			: null;
		try {
			return EmailPreviews::send( $email, $to, $pdf === null ? [] : [ $pdf->path ] );
		} finally {
			$pdf?->remove();
		}
	}

	/** As a real one: what waits for its document, gets it in time and may hand it out. */
	private function has_file( string $id ): bool {
		$settings  = $this->settings->get();
		$is_refund = CustomerEmailSettings::is_about_refund( $id );
		$kind      = $is_refund ? DocumentKind::CreditNote : DocumentKind::Invoice;
		$workflow  = $settings->workflow( $kind );
		return $settings->customer_emails->attaches()
			&& $settings->customer_emails->holds( $id )
			&& $settings->shopper->gets( $kind )
			&& $workflow->enabled
			&& ! in_array( $workflow->trigger->value, self::TOO_LATE[ $id ] ?? [], true );
	}

	/** As the e-mail has it. */
	private static function example_number(): string {
		return ShopLanguage::text( MailedDocument::example_number( ... ) );
	}

	/** A page with a line on it, its letters without their accents: nobody's document. */
	private static function example_pdf(): string {
		$line    = ShopLanguage::text(
			static fn (): string => __( 'Example: this is neither an invoice nor a credit note.', 'orderinvoicer' )
		);
		$plain   = (string) preg_replace( '/[^ -~]|[\\\\()]/', '', remove_accents( $line ) );
		$written = "BT /F1 18 Tf 60 760 Td ($plain) Tj ET";
		$page    = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R'
			. ' /Resources << /Font << /F1 4 0 R >> >> >>';
		$pdf     = "%PDF-1.4\n";
		$places  = [];
		foreach ( [
			'<< /Type /Catalog /Pages 2 0 R >>',
			'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
			$page,
			'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', // What every reader has.
			'<< /Length ' . strlen( $written ) . " >>\nstream\n$written\nendstream",
		] as $index => $thing ) {
			$places[] = sprintf( "%010d 00000 n \n", strlen( $pdf ) );
			$pdf     .= ( $index + 1 ) . " 0 obj\n$thing\nendobj\n";
		}
		$start = strlen( $pdf );
		$count = count( $places ) + 1;
		return $pdf . "xref\n0 $count\n0000000000 65535 f \n" . implode( '', $places )
			. "trailer\n<< /Size $count /Root 1 0 R >>\nstartxref\n$start\n%%EOF\n";
	}

	private static function reader(): string {
		return (string) wp_get_current_user()->user_email;
	}

	/**
	 * Null: there is none of that name here, or WooCommerce cannot show it.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private static function asked( \WP_REST_Request $request ): ?\WC_Email {
		$id = $request['id'];
		return is_string( $id ) && EmailPreviews::way() !== EmailPreviews::MISSING
			? EmailPreviews::find( $id )
			: null;
	}
}
