import { type Creditable, CreditableSchema } from '../generated/schemas';

/** What `Admin\CreditPreviewPart` writes beside the place where it is drawn. */
export function readCreditable( json: string ): Creditable | null {
	try {
		return CreditableSchema.parse( JSON.parse( json ) );
	} catch {
		return null;
	}
}
