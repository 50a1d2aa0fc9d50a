import { createContext } from '@wordpress/element';

/** Orders that need a person; null while that is not known. */
export const ToDo = createContext< number | null >( null );
